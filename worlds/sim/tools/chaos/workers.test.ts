import { planFor } from '@outrigger/components';
import { describe, expect, test } from 'vitest';
import { runCampaign } from '../../src/chaos/campaign.ts';
import type { PlanWith } from '../../src/chaos/story.ts';
import { nothingTold, runInWorkers, type Told } from './workers.ts';

const asked = { plan: planFor, seed: 7041, runs: 210, workers: 1 };
const never = () => false;
const ignored = () => {};

/** What every other way to tell it has to come to: told by nobody but itself, in one block. */
const inOne = await runCampaign({ plan: planFor, seed: asked.seed, from: 0, to: asked.runs });

describe('a campaign in pieces', () => {
  test('adds up to what it is in one, wherever it was left', async () => {
    let left: Told = nothingTold();
    const pieces: number[] = [];
    // As often as it takes, and no more: who tells a piece again would never end.
    for (let piece = 0; piece < 3; piece += 1) {
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
    expect(left).toMatchObject({ next: asked.runs, open: [] });
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
    const told = nothingTold();
    const { tally } = await runInWorkers({
      ...asked,
      workers: 2,
      told,
      isOver: never,
      onTold: ignored,
    });
    expect(tally).toEqual(inOne.tally);
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
