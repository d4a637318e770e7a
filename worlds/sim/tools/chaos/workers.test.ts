import { planFor } from '@outrigger/components';
import { describe, expect, test } from 'vitest';
import type { PlanWith } from '../../src/chaos/story.ts';
import { nothingTold, runInWorkers, type Told } from './workers.ts';

const asked = { plan: planFor, seed: 7041, runs: 210, workers: 1 };
const never = () => false;
const ignored = () => {};

function whole(workers = 1) {
  return runInWorkers({ ...asked, workers, told: nothingTold(), isOver: never, onTold: ignored });
}

/** What every other way to tell it has to come to. */
const inOne = await whole();

describe('a campaign in pieces', () => {
  test('adds up to what it is in one, wherever it was left', async () => {
    let left: Told = nothingTold();
    const pieces: number[] = [];
    while (left.next < asked.runs) {
      const before = left.tally.stories;
      // What stands in a file is all that goes on.
      const told: Told = structuredClone(left);
      let isOver = false;
      await runInWorkers({
        ...asked,
        told,
        isOver: () => isOver,
        onTold: (one) => {
          left = structuredClone(one);
          isOver = true;
        },
      });
      pieces.push(left.tally.stories - before);
    }
    expect(pieces).toEqual([100, 100, 10]);
    expect(left.open).toEqual([]);
    expect(left.tally).toEqual(inOne.tally);
  });

  test('tells a stretch that was begun and not finished first', async () => {
    const told: Told = { ...nothingTold(), next: asked.runs, open: [{ from: 100, to: 200 }] };
    const found: Told[] = [];
    const onTold = (one: Told) => found.push(structuredClone(one));
    const { tally } = await runInWorkers({ ...asked, told, isOver: never, onTold });
    expect(tally.stories).toBe(100);
    expect(found.map(({ next, open }) => ({ next, open }))).toEqual([
      { next: asked.runs, open: [] },
    ]);
  });

  test('is the same on two cores', async () => {
    expect((await whole(2)).tally).toEqual(inOne.tally);
  });

  test('ends with the story that breaks a rule, which is not counted as told', async () => {
    const plan: PlanWith = (input) => {
      if (input.request.intent === 'failover') throw new Error('a planner that throws');
      return planFor(input);
    };
    let last = nothingTold();
    const onTold = (one: Told) => {
      last = structuredClone(one);
    };
    const told = nothingTold();
    const { broken } = await runInWorkers({ ...asked, plan, told, isOver: never, onTold });
    expect(broken?.story.broken[0]?.detail).toBe('a planner that throws');
    expect(last.tally.stories).toBe(0);
  });
});
