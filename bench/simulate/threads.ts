import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Block, merge, type Output, type StepGraph, type Tally } from '@outrigger/sim';

/** Blocks for each thread: enough that no thread waits long for another's last. */
const blocksPerThread = 4;

/** Threads that share the runs of a graph. The core is pure: threads are its caller's matter. */
export class Threads {
  private readonly workers: readonly Worker[];

  constructor(count: number, graph: StepGraph, outputs: readonly Output[]) {
    const file = new URL('./worker.ts', import.meta.url);
    const workerData = { graph, outputs };
    this.workers = Array.from({ length: count }, () => new Worker(file, { workerData }));
  }

  async evaluate(seed: number, runs: number): Promise<Tally> {
    const size = Math.ceil(runs / (this.workers.length * blocksPerThread));
    let next = 0;
    let whole: Tally | null = null;
    const work = async (worker: Worker) => {
      while (next < runs) {
        const block: Block = { seed, from: next, to: Math.min(next + size, runs) };
        next = block.to;
        const tally = await answer(worker, block);
        whole = whole === null ? tally : merge(whole, tally);
      }
    };
    await Promise.all(this.workers.map(work));
    if (whole === null) throw new Error('there were no runs');
    return whole;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

/** Rejects when the thread has failed. */
async function answer(worker: Worker, block: Block): Promise<Tally> {
  const told = once(worker, 'message');
  worker.postMessage(block);
  const [tally] = await told;
  return tally;
}
