import { formatDuration } from '@outrigger/model';
import { columns, hang, width } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Hints } from './end-text.ts';
import { isUnended, type RunStatus, type RunView, statusWords, wordOn } from './run-view.ts';

/**
 * Newest first: the id on a line of its own, since it has to be copied whole. `now` is wall-clock
 * time; `hints` null: nothing can go on, since no lab runs.
 */
export function listText(
  runs: readonly RunView[],
  now: Date,
  hints: Hints | null,
  style: Style,
): string {
  if (runs.length === 0) return 'No runs yet.\n';
  const idWidth = Math.max(...runs.map(({ run }) => width(run)));
  const lines = [...runs].reverse().flatMap((view) => {
    const status = paintStatus(view.status, statusWords[view.status], style);
    const ago = agoOf(view.startedAt, now);
    const done = `${view.stepsDone} of ${view.steps} steps`;
    return [
      `${style.strong(view.run.padEnd(idWidth))}  ${status}`,
      ...hang('  ', [view.what, done, ago].filter((part) => part !== '').join('; '), columns).map(
        style.quiet,
      ),
      ...(hints === null ? [] : hintOf(view, hints, style)),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** What goes on from here, for a run that waits. */
function hintOf(view: RunView, { program, state }: Hints, style: Style): string[] {
  if (!isUnended(view)) return [];
  return [`  ${style.command(`${program} runs ${wordOn(view)}${state}`)}`];
}

export function paintStatus(status: RunStatus, text: string, style: Style): string {
  if (status === 'done') return style.good(text);
  if (status === 'failed' || status === 'unreadable') return style.bad(text);
  if (status === 'cancelled' || status === 'went-back') return style.quiet(text);
  return style.warning(text);
}

/** `3 min ago`; empty when the clocks disagree. */
export function agoOf(time: string, now: Date): string {
  const agoMs = now.getTime() - Date.parse(time);
  if (!Number.isFinite(agoMs) || agoMs < 0) return '';
  return agoMs < 1_000 ? 'just now' : `${formatDuration(roundedMs(agoMs))} ago`;
}

/** One unit is enough of how long ago something was. */
function roundedMs(ms: number): number {
  const unit =
    ms < 60_000 ? 1_000 : ms < 3_600_000 ? 60_000 : ms < 86_400_000 ? 3_600_000 : 86_400_000;
  return Math.floor(ms / unit) * unit;
}
