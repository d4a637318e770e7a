import { Worker } from 'node:worker_threads';
import { type CampaignTold, type NumberedStory, runCampaign } from '../../src/chaos/campaign.ts';
import type { PlanWith } from '../../src/chaos/story.ts';
import { emptyTally, mergeTally } from '../../src/chaos/tally.ts';

export interface WorkersOptions {
  readonly plan: PlanWith;
  readonly seed: number;
  readonly runs: number;
  readonly workers: number;
  /** What is told already, and by whom it was not finished. */
  readonly told: Told;
  /** Asked before more is begun. */
  readonly isOver: () => boolean;
  /** After each stretch. */
  readonly onTold: (told: Told) => void;
}

/** How far a campaign has come: all stories below `next`, save those of `open`. */
export interface Told {
  readonly next: number;
  readonly open: readonly Stretch[];
  readonly tally: CampaignTold['tally'];
}

/** Stories from the first number up to but not including the second. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** For one worker. */
export interface Block extends Stretch {
  readonly seed: number;
}

export const nothingTold = (): Told => ({ next: 0, open: [], tally: emptyTally() });

const blockSize = 100;

/**
 * A campaign on several cores. Stories are told by number, so it ends with the same story whoever
 * told it: when one breaks a rule, those of lower numbers are still told. A stretch counts when all
 * of it is told, so that a campaign can be left at any moment and gone on with.
 */
export async function runInWorkers(options: WorkersOptions): Promise<CampaignTold> {
  const { isOver, onTold, plan, runs, seed, workers } = options;
  const { tally } = options.told;
  let { next } = options.told;
  const waiting: Stretch[] = [...options.told.open];
  const open = new Set<Stretch>(waiting);
  let broken: NumberedStory | null = null;
  const take = (): Stretch | null => {
    const first = waiting[0]?.from ?? next;
    if (isOver() || (broken !== null && first > broken.number)) return null;
    const left = waiting.shift();
    if (left !== undefined || next >= runs) return left ?? null;
    const stretch = { from: next, to: Math.min(runs, next + blockSize) };
    next = stretch.to;
    open.add(stretch);
    return stretch;
  };
  const work = async (tell: (block: Block) => Promise<CampaignTold>): Promise<void> => {
    for (let stretch = take(); stretch !== null; stretch = take()) {
      const told = await tell({ ...stretch, seed });
      if (told.broken === null) {
        mergeTally(tally, told.tally);
        open.delete(stretch);
        onTold({ next, open: [...open], tally });
      } else if (broken === null || told.broken.number < broken.number) broken = told.broken;
    }
  };
  if (workers === 1) await work((block) => runCampaign({ plan, ...block }));
  else await Promise.all(Array.from({ length: workers }, () => withWorker(work)));
  return { tally, broken };
}

async function withWorker(
  work: (tell: (block: Block) => Promise<CampaignTold>) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  try {
    await work((block) => tellBlock(worker, block));
  } finally {
    await worker.terminate();
  }
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
