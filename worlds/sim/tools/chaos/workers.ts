import { Worker } from 'node:worker_threads';
import { type CampaignTold, type NumberedStory, runCampaign } from '../../src/chaos/campaign.ts';
import type { PlanWith } from '../../src/chaos/story.ts';
import { emptyTally, mergeTally } from '../../src/chaos/tally.ts';

export interface WorkersOptions {
  readonly plan: PlanWith;
  readonly seed: number;
  readonly runs: number;
  readonly workers: number;
  /** Asked before more is begun. */
  readonly isOver: () => boolean;
  readonly onStory: (done: number) => void;
}

/** A stretch of the campaign, for one worker. */
export interface Block {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

const blockSize = 100;

/**
 * A campaign on several cores. Stories are told by number, so it ends with the same story whoever
 * told it: when one breaks a rule, those of lower numbers are still told.
 */
export async function runInWorkers(options: WorkersOptions): Promise<CampaignTold> {
  const { isOver, onStory, plan, runs, seed, workers } = options;
  if (workers === 1) {
    let done = 0;
    const onOne = () => onStory(++done);
    return runCampaign({ plan, seed, from: 0, to: runs, isOver, onStory: onOne });
  }
  const tally = emptyTally();
  let next = 0;
  let broken: NumberedStory | null = null;
  const take = (): Block | null => {
    if (next >= runs || isOver() || (broken !== null && next > broken.number)) return null;
    const from = next;
    next = Math.min(runs, from + blockSize);
    return { seed, from, to: next };
  };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let block = take(); block !== null; block = take()) {
        const told = await tellBlock(worker, block);
        mergeTally(tally, told.tally);
        onStory(tally.stories);
        const found = told.broken;
        if (found !== null && (broken === null || found.number < broken.number)) broken = found;
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { tally, broken };
}

function tellBlock(worker: Worker, block: Block): Promise<CampaignTold> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown) => reject(error);
    worker.once('error', onError);
    worker.once('message', (told: CampaignTold) => {
      worker.off('error', onError);
      resolve(told);
    });
    worker.postMessage(block);
  });
}
