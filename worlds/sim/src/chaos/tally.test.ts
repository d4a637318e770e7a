import { expect, test } from 'vitest';
import { type ChaosTally, countOne, emptyTally, mergeTally } from './tally.ts';

/** Each of its figures is another. */
function tallyFrom(first: number): ChaosTally {
  const tally: ChaosTally = {
    ...emptyTally(),
    stories: first,
    recoveries: first + 1,
    steps: first + 2,
    records: first + 3,
    unplannable: first + 4,
  };
  Object.values(tally)
    .filter((value) => typeof value === 'object')
    .forEach((counts: Record<string, number>, index) => {
      counts.both = first + 5 + index;
      counts[`only of ${first}`] = first + 20 + index;
    });
  return tally;
}

test('merging adds every figure, and keeps those that only one has', () => {
  const into = tallyFrom(100);
  mergeTally(into, tallyFrom(1_000));
  for (const [name, value] of Object.entries(into)) {
    const [one, other] = [tallyFrom(100), tallyFrom(1_000)].map((each) => Reflect.get(each, name));
    const sum =
      typeof value === 'number'
        ? one + other
        : { ...one, ...other, both: (one.both ?? 0) + (other.both ?? 0) };
    expect(value, name).toEqual(sum);
  }
});

test('one more is counted, from none', () => {
  const counts = {};
  countOne(counts, 'partition');
  countOne(counts, 'partition');
  expect(counts).toEqual({ partition: 2 });
});
