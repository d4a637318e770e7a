import type { Context } from '../context.ts';
import { bar } from './histogram-text.ts';

/** Ms between two lines: a terminal shows no more. */
const everyMs = 100;
const barColumns = 30;

export interface Progress {
  show(done: number, runs: number): void;
  end(): void;
}

/** A bar on a terminal, nothing anywhere else. It is on stderr: stdout is the result's. */
export function progressOn({ stderr }: Context, now: () => number): Progress {
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
