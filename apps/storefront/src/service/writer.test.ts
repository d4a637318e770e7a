import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWriter, type MemberFacts, pollAfterMs, polling, readOrder } from './writer.ts';

const members = fc
  .array(
    fc.record({
      reachable: fc.boolean(),
      writable: fc.boolean(),
      epoch: fc.integer({ min: 0, max: 4 }),
      overdue: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((facts) => facts.map((fact, index) => ({ index, ...fact })));

describe('the writer', () => {
  it('is reachable, writable, and of no epoch below the highest seen', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 0, max: 4 }), (facts, highest) => {
        const chosen = chooseWriter(facts, highest, null);
        const suitable = (member: MemberFacts): boolean =>
          member.reachable && member.writable && member.epoch >= highest;
        const candidates = facts.filter(suitable);
        if (chosen === null) expect(candidates).toHaveLength(0);
        else {
          const own = facts[chosen];
          expect(own !== undefined && suitable(own)).toBe(true);
          expect(own?.epoch).toBe(Math.max(...candidates.map(({ epoch }) => epoch)));
        }
      }),
    );
  });

  it('stays the same while nothing is better', () => {
    const two = [0, 1].map((index) => ({ index, reachable: true, writable: true, epoch: 3 }));
    expect(chooseWriter(two, 3, null)).toBe(0);
    expect(chooseWriter(two, 3, 1)).toBe(1);
  });
});

describe('the polling interval', () => {
  const idle = { writerKnown: false, writesWaiting: 0, writerSuspected: false };
  it.each([
    ['somebody waits', { ...idle, writesWaiting: 1 }, polling.urgentMs],
    [
      'a writer is overdue',
      { ...idle, writerKnown: true, writerSuspected: true },
      polling.suspectedMs,
    ],
    ['a standby region is at rest', idle, polling.idleMs],
    ['the writer is known', { ...idle, writerKnown: true }, polling.calmMs],
  ])('when %s', (_, facts, expected) => {
    expect(pollAfterMs(facts)).toBe(expected);
  });
});

describe('the order of reading', () => {
  it('names each reachable member once, those that hang last', () => {
    fc.assert(
      fc.property(members, fc.boolean(), (facts, freshest) => {
        const order = readOrder(facts, { writer: 0, freshest });
        const reachable = facts.filter((member) => member.reachable).map(({ index }) => index);
        expect([...order].sort()).toEqual(reachable);
        const overdue = order.map((index) => facts[index]?.overdue ?? false);
        expect(overdue).toEqual([...overdue].sort((one, other) => Number(one) - Number(other)));
      }),
    );
  });

  it('begins with the own zone, or with the writer when the newest is wanted', () => {
    const two = [0, 1].map((index) => ({
      index,
      reachable: true,
      writable: index === 1,
      epoch: 1,
      overdue: false,
    }));
    expect(readOrder(two, { writer: 1, freshest: false })).toEqual([0, 1]);
    expect(readOrder(two, { writer: 1, freshest: true })).toEqual([1, 0]);
  });
});
