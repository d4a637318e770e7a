/**
 * A slice of `npm run chaos`, with seeds that never change: what it finds is a mistake that was
 * made since. Who breaks a rule here finds the command that tells it again in the message.
 */
import { planFor } from '@outrigger/components';
import { type Plan, type Planned, verbs } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { Draws, seedOf } from './draws.ts';
import { faultKinds, performFaults } from './faults.ts';
import { platformCount, platformOf, readShape, shapeOf, writeShape } from './platform.ts';
import { coverageTable, report } from './report.ts';
import { replayCommand, shrink } from './shrink.ts';
import { type PlanWith, tellStory } from './story.ts';
import { emptyTally } from './tally.ts';

const sliceSeed = 7041;
const sliceRuns = 2000;

test(`${sliceRuns} bad days break no rule`, async () => {
  const told = await runCampaign({ plan: planFor, seed: sliceSeed, from: 0, to: sliceRuns });
  const { tally } = told;
  const story = told.broken?.story;
  const replay =
    story === undefined
      ? ''
      : replayCommand({ told: story, keep: story.struck, shape: story.shape });
  expect({ broken: story?.broken ?? [], replay }).toEqual({ broken: [], replay: '' });
  expect(tally.stories).toBe(sliceRuns);
  // A slice in which nothing went wrong, or nothing was recovered, would prove nothing.
  for (const kind of faultKinds) expect(tally.faults[kind] ?? 0, kind).toBeGreaterThan(0);
  for (const ending of ['done', 'went-back', 'cancelled']) {
    expect(tally.endings[ending] ?? 0, ending).toBeGreaterThan(0);
  }
}, 120_000);

/** A planner that forgets every fence. */
const withoutFences: PlanWith = (input) => {
  const planned: Planned = planFor(input);
  if (planned.plan === undefined) return planned;
  const { steps } = planned.plan;
  const fences = new Set(steps.flatMap(({ action, id }) => (action.verb === 'fence' ? [id] : [])));
  const plan: Plan = {
    ...planned.plan,
    steps: steps
      .filter(({ id }) => !fences.has(id))
      .map((step) => ({ ...step, after: step.after.filter((id) => !fences.has(id)) })),
  };
  return { plan };
};

describe('a story that breaks a rule', () => {
  test('shrinks, and is told again by what the command says', async () => {
    const told = await runCampaign({ plan: withoutFences, seed: 1, from: 0, to: 200 });
    const broken = told.broken?.story;
    if (broken === undefined) throw new Error('a planner without fences went unnoticed');
    const shrunk = await shrink({ plan: withoutFences }, broken);
    expect(shrunk.keep.length).toBeLessThanOrEqual(broken.struck.length);
    const [, seed, shape, keep] =
      /--replay (\d+) --shape ([\d,]+) --keep '([^']*)'/.exec(replayCommand(shrunk)) ?? [];
    const again = await tellStory({
      plan: withoutFences,
      seed: Number(seed),
      shape: readShape(String(shape)),
      keep: new Set(String(keep).split('|')),
    });
    expect(again.broken[0]?.rule).toBe(broken.broken[0]?.rule);
  });

  test('is not told with what was left out', async () => {
    const told = await tellStory({ plan: planFor, seed: 12, keep: new Set(), shape: null });
    expect(told.struck).toEqual([]);
  });
});

test('the same seed tells the same story', async () => {
  const lines: string[][] = [];
  const tell = () => {
    const own: string[] = [];
    lines.push(own);
    const onLine = (line: string) => own.push(line);
    return tellStory({ plan: planFor, seed: seedOf(3, 4), keep: null, shape: null, onLine });
  };
  expect(await tell()).toEqual(await tell());
  expect(lines[0]).toEqual(lines[1]);
  expect(lines[0]?.length).toBeGreaterThan(10);
});

describe('draws', () => {
  test('a name has its number, whatever else is drawn', () => {
    const one = new Draws(5);
    const other = new Draws(5);
    other.number('something else');
    expect(one.number('a fault')).toBe(other.number('a fault'));
    expect(one.number('a fault')).not.toBe(new Draws(6).number('a fault'));
  });

  test('are even', () => {
    const draws = new Draws(11);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let number = 0; number < 10_000; number += 1) {
      const cell = draws.between(`number ${number}`, 0, 9);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

test('every platform that can be drawn is one, and they differ', () => {
  const seen = new Set<string>();
  for (let number = 0; number < platformCount; number += 8) {
    const { name, ...platform } = platformOf(number);
    expect(name).toBe(`chaos-${number}`);
    seen.add(JSON.stringify(platform));
  }
  expect(seen.size).toBeGreaterThan((platformCount / 8) * 0.9);
});

test('a shape is read as it is written', () => {
  const shape = shapeOf(17);
  expect(readShape(writeShape(shape))).toEqual(shape);
  for (const wrong of ['', '2,1,0', '4,1,0,0', 'two,1,0,0', '2,0,0,0']) {
    expect(readShape(wrong)).toBeNull();
  }
});

test('the table shows the cells in which nothing ever met', () => {
  const tally = {
    ...emptyTally(),
    sent: { promote: 4100, fence: 7 },
    met: { 'promote late': 4100, 'fence crash': 7 },
  };
  const promote = coverageTable(tally).find((line) => line.startsWith('promote')) ?? '';
  expect(promote).toContain('4.1k');
  expect(promote.match(/·/g)).toHaveLength(faultKinds.length - 1);
  expect(verbs.every((verb) => report(tally).includes(verb))).toBe(true);
  const cells = faultKinds.length * 3 - performFaults.length;
  expect(report(tally)).toContain(`${cells - 2} of ${cells} cells are empty`);
});
