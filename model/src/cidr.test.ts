import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addresses,
  allocateSubnets,
  canonicalCidr,
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  part,
} from './cidr.ts';

const range = fc
  .record({
    address: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    bits: fc.integer({ min: 0, max: 32 }),
  })
  .map(({ address, bits }) => ({ first: address - (address % 2 ** (32 - bits)), bits }));

describe('ranges', () => {
  test('text and back', () => {
    fc.assert(
      fc.property(range, (cidr) => {
        expect(parseCidr(formatCidr(cidr))).toEqual(cidr);
      }),
    );
  });

  test('two ranges overlap exactly when one holds the first address of the other', () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        const meets =
          one.first < other.first + addresses(other) && other.first < one.first + addresses(one);
        expect(overlaps(one, other)).toBe(meets);
        expect(overlaps(other, one)).toBe(meets);
      }),
    );
  });

  test('the parts of a range fill it, and do not overlap', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 0, max: 5 }), (cidr, extra) => {
        fc.pre(cidr.bits + extra <= 32);
        const parts = Array.from({ length: 2 ** extra }, (_, index) => part(cidr, extra, index));
        expect(parts.every((piece) => contains(cidr, piece))).toBe(true);
        expect(parts.reduce((sum, piece) => sum + addresses(piece), 0)).toBe(addresses(cidr));
        for (const [index, piece] of parts.entries()) {
          expect(parts.slice(index + 1).some((later) => overlaps(piece, later))).toBe(false);
        }
      }),
    );
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '256.0.0.0/8', '10.0.0/16', '010.0.0.0/8', '', 'a/8'])(
    '%s is none',
    (text) => {
      expect(parseCidr(text)).toBeNull();
      expect(canonicalCidr(text)).toBeNull();
    },
  );

  test('an address inside a range is not the range', () => {
    expect(parseCidr('10.0.3.7/16')).toBeNull();
    expect(canonicalCidr('10.0.3.7/16')).toBe('10.0.0.0/16');
  });
});

describe('allocation', () => {
  test('three zones of a /16: private /18, public /21, the rest is free', () => {
    const subnets = allocateSubnets({ first: 10 * 2 ** 24, bits: 16 }, 3);
    const text = subnets?.map((zone) => [
      formatCidr(zone.publicCidr),
      formatCidr(zone.privateCidr),
    ]);
    expect(text).toEqual([
      ['10.0.0.0/21', '10.0.64.0/18'],
      ['10.0.8.0/21', '10.0.128.0/18'],
      ['10.0.16.0/21', '10.0.192.0/18'],
    ]);
  });

  test('subnets lie in their region, apart from each other, and private has more', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 6 }), (cidr, zones) => {
        fc.pre(cidr.bits >= 16);
        const subnets = allocateSubnets(cidr, zones);
        if (subnets === null) {
          expect(cidr.bits).toBeGreaterThan(zones <= 3 ? 23 : 22);
          return;
        }
        const all = subnets.flatMap((zone) => [zone.publicCidr, zone.privateCidr]);
        expect(all).toHaveLength(2 * zones);
        for (const [index, subnet] of all.entries()) {
          expect(contains(cidr, subnet)).toBe(true);
          expect(subnet.bits).toBeLessThanOrEqual(28);
          expect(all.slice(index + 1).some((later) => overlaps(subnet, later))).toBe(false);
        }
        for (const { publicCidr, privateCidr } of subnets) {
          expect(addresses(privateCidr)).toBe(8 * addresses(publicCidr));
        }
      }),
    );
  });
});
