import { setImmediate } from 'node:timers/promises';
import type { Context } from './context.ts';
import { watchInterrupts } from './interruption.ts';
import { bar } from './simulate/histogram-text.ts';

/** Work that is done some runs at a time. */
export interface Blocks {
  readonly done: number;
  readonly isDone: boolean;
  advance(): void;
}

/**
 * Block by block, so that a Ctrl-C is seen between two: true where one was, and then what is done
 * by then is to be told.
 */
export async function runBlocks(work: Blocks, runs: number, context: Context): Promise<boolean> {
  using interruption = watchInterrupts();
  const { signal } = interruption;
  const progress = progressOn(context, () => performance.now());
  do {
    work.advance();
    progress.show(work.done, runs);
    await setImmediate();
  } while (!work.isDone && !signal.aborted);
  progress.end();
  return !work.isDone;
}

/** What comes after the blocks may take a while too: a terminal is told what it is. */
export async function withNote<T>(context: Context, note: string, work: () => T): Promise<T> {
  const { stderr } = context;
  if (!stderr.isTerminal) return work();
  stderr.write(note);
  await setImmediate();
  try {
    return work();
  } finally {
    stderr.write('\r\u001b[K');
  }
}

/** Ms between two lines: a terminal shows no more. */
const everyMs = 100;
const barColumns = 30;

interface Progress {
  show(done: number, runs: number): void;
  end(): void;
}

/** A bar on a terminal, nothing anywhere else. It is on stderr: stdout is the result's. */
function progressOn({ stderr }: Context, now: () => number): Progress {
  if (!stderr.isTerminal) return { show: () => undefined, end: () => undefined };
  let last = now();
  return {
    show(done, runs) {
      if (now() - last < everyMs) return;
      last = now();
      const share = done / runs;
      const filled = bar(share, barColumns).padEnd(barColumns, '·');
      const percent = `${Math.floor(share * 100)} %`.padStart(5);
      const count = `${done.toLocaleString('en-GB')} of ${runs.toLocaleString('en-GB')} runs`;
      stderr.write(`\r\u001b[K${filled} ${percent}  ${count}`);
    },
    end: () => stderr.write('\r\u001b[K'),
  };
}
