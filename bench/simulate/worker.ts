/** A thread that evaluates blocks of runs, one after another, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Block, compile, evaluateBlock, type Output, type StepGraph } from '@outrigger/sim';

const { graph, outputs }: { readonly graph: StepGraph; readonly outputs: readonly Output[] } =
  workerData;
const compiled = compile(graph, outputs);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));

parentPort?.on('message', (block: Block) => {
  const tally = evaluateBlock(compiled.program, block);
  const buffers = tally.outputs.map(({ histogram }) => histogram.buffer);
  parentPort?.postMessage(
    tally,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  );
});
