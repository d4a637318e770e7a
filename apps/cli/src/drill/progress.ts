import { phaseLine, stepLine, type TerminalOptions } from '@outrigger/report';
import type { Progress } from './phase.ts';
import { stepTimings } from './run-recorder.ts';

/**
 * The live part of the terminal: a line for each phase, a line for each step that clients waited
 * for.
 */
export function terminalProgress(given: {
  readonly write: (line: string) => void;
  readonly options: TerminalOptions;
  /** Ms since the drill's start. */
  readonly sinceStart: () => number;
}): Progress {
  const { write, options } = given;
  const step = (
    name: string,
    atMs: number,
    tookMs: number,
    expectedMs: number | null,
    note: string,
  ): void => write(stepLine({ atMs, name, tookMs, expectedMs, outcome: 'done', note }, options));
  return {
    phase: (name, what, isFault) => {
      write('');
      write(phaseLine({ atMs: given.sinceStart(), name, what, fault: isFault }, options));
    },
    detected: (place, tookMs, expectedMs) =>
      step(`detect ${place}`, tookMs, tookMs, expectedMs, '3 probes missed'),
    run(run, baseMs) {
      for (const timing of stepTimings(run, baseMs)) {
        if (timing.background && timing.outcome === 'done') continue;
        const line = {
          ...timing,
          atMs: timing.endMs,
          name: timing.id,
          tookMs: timing.endMs - timing.startMs,
        };
        write(stepLine(line, options));
      }
    },
    served: (what, tookMs, previousMs) => step(what, tookMs, tookMs - previousMs, null, ''),
    note: (text) => write(`        ${text}`),
  };
}

/** With `--json` only JSON goes to stdout: what happens is told on stderr, a line each. */
export function quietProgress(write: (line: string) => void): Progress {
  return {
    phase: (name, what) => write(`${name}: ${what}`),
    detected: (place, tookMs) => write(`  detected ${place} after ${Math.round(tookMs)} ms`),
    run: (run) => write(`  ${run.run} ${run.status}`),
    served: (what, tookMs) => write(`  ${what} after ${Math.round(tookMs)} ms`),
    note: (text) => write(`  ${text}`),
  };
}
