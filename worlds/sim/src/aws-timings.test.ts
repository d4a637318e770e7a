import { expect, test } from 'vitest';
import { awsTimings } from './aws-timings.ts';
import { disturbances } from './world/disturbances.ts';

const documented = awsTimings.timings.filter(({ basis }) => basis === 'documented');

test.each(documented.map((row) => [`${row.kind} ${row.verb}`, row] as const))(
  '%s: what counts as documented is what its source says',
  (_, { distribution, source }) => {
    // "10 s × 3, 4 s to connect, 2 s to answer" is 36 s at most; "60 to 120 s" names both ends.
    const terms = [...source.matchAll(/(\d+) s(?: × (\d+))?/g)];
    const seconds = terms.map(([, one, times]) => Number(one) * Number(times ?? 1));
    const mostMs = 1000 * seconds.reduce((sum, each) => sum + each, 0);
    expect(source).not.toMatch(/ours/);
    if (distribution.kind === 'constant') expect(distribution.ms).toBe(mostMs);
    else if (distribution.kind === 'uniform') expect(distribution.highMs).toBe(mostMs);
    else throw new Error('no document gives a p99');
  },
);

test('no figure of a disturbance counts as documented where its source calls it ours', () => {
  for (const { figures, name } of disturbances) {
    for (const [figure, { basis, distribution, source }] of Object.entries(figures)) {
      if (basis !== 'documented') continue;
      expect(source, `${name} ${figure}`).not.toMatch(/ours|no figure/);
      expect(distribution.kind, `${name} ${figure}`).not.toBe('lognormal');
    }
  }
});
