import { expect, test } from 'vitest';
import { fillStream, newStream, runsPerChunk, streamKey } from './generator.ts';

function chunkOf(seed: number, name: string, chunk: number): Int32Array {
  const stream = newStream();
  fillStream(stream, streamKey(seed, name), chunk);
  return stream.bits;
}

/** sfc32 in the plainest words, with numbers that can't overflow. */
function plainBits({ a, b, c }: ReturnType<typeof streamKey>, chunk: number): number[] {
  const whole = 2n ** 32n;
  const word = (value: bigint) => ((value % whole) + whole) % whole;
  let [first, second, third, counter] = [a, b, c, chunk].map((value) => word(BigInt(value))) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return Array.from({ length: 15 + runsPerChunk }, () => {
    const next = word(first + second + counter);
    counter = word(counter + 1n);
    first = second ^ (second >> 9n);
    second = word(third + (third << 3n));
    third = word(((third << 21n) | (third >> 11n)) + next);
    // The rotation's high part leaves the word when it is added.
    return Number(BigInt.asIntN(32, next));
  }).slice(15);
}

test('the numbers are those of sfc32, after 15 rounds', () => {
  for (const [seed, name, chunk] of [[0, '', 0] as const, [7, 'db.promote', 123_456] as const]) {
    expect([...chunkOf(seed, name, chunk)]).toEqual(plainBits(streamKey(seed, name), chunk));
  }
});

test('another seed, name or chunk gives other numbers', () => {
  const all = [
    chunkOf(1, 'db.call', 0),
    chunkOf(2, 'db.call', 0),
    chunkOf(1, 'db.calk', 0),
    chunkOf(1, 'efs.call', 0),
    chunkOf(1, 'db.call', 1),
    chunkOf(2 ** 53 - 1, 'db.call', 0),
    chunkOf(11, '/db.call', 0),
  ];
  const seen = new Set(all.flatMap((bits) => [...bits]));
  // Of 3,584 numbers of 32 bits, two are the same once in 670 tries.
  expect(seen.size).toBeGreaterThanOrEqual(all.length * runsPerChunk - 1);
});

test('every bit is set half of the time, in every lane and in every chunk', () => {
  const chunks = 400;
  const ones = new Float64Array(32);
  const lanes = new Float64Array(runsPerChunk);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    for (const [lane, bits] of chunkOf(3, 'even', chunk).entries()) {
      for (let bit = 0; bit < 32; bit += 1) ones[bit] = (ones[bit] ?? 0) + ((bits >>> bit) & 1);
      lanes[lane] = (lanes[lane] ?? 0) + (bits >>> 0) / 2 ** 32;
    }
  }
  // Five standard deviations each.
  const draws = chunks * runsPerChunk;
  for (const count of ones)
    expect(Math.abs(count / draws - 0.5)).toBeLessThan(2.5 / Math.sqrt(draws));
  for (const sum of lanes) {
    expect(Math.abs(sum / chunks - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / chunks));
  }
});

test('names, chunks and neighbours do not go together', () => {
  const length = 200 * runsPerChunk;
  const uniform = (name: string, shift: number) =>
    Array.from({ length: 200 }, (_, chunk) => [...chunkOf(5, name, chunk + shift)])
      .flat()
      .map((bits) => (bits >>> 0) / 2 ** 32 - 0.5);
  const correlation = (one: readonly number[], other: readonly number[]) =>
    (12 / length) * one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
  const base = uniform('web/1/node.ready', 0);
  const limit = 5 / Math.sqrt(length);
  expect(Math.abs(correlation(base, uniform('web/2/node.ready', 0)))).toBeLessThan(limit);
  expect(Math.abs(correlation(base, uniform('web/1/node.ready', 1)))).toBeLessThan(limit);
  expect(Math.abs(correlation(base, [...base.slice(1), 0]))).toBeLessThan(limit);
});
