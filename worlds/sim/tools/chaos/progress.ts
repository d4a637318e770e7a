/** Between two lines, ms: where a line takes the place of the last, and where it does not. */
const everyMs = { terminal: 500, file: 10_000 } as const;

export interface ProgressOptions {
  readonly runs: number;
  /** Stories that were told before. */
  readonly already: number;
  readonly now: () => number;
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
}

/** How far a campaign is, how fast, and how long it will take, on stderr. */
export function progressOf({ already, now, runs, stream }: ProgressOptions) {
  const isTerminal = stream.isTTY === true;
  const began = now();
  let shownAt = began;
  const show = (stories: number): void => {
    const at = now();
    if (at - shownAt < (isTerminal ? everyMs.terminal : everyMs.file)) return;
    shownAt = at;
    const line = progressLine({ stories, runs, already, ranMs: at - began });
    stream.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const end = (): void => {
    if (isTerminal) stream.write('\r\u001b[K');
  };
  return { show, end };
}

export function progressLine(input: {
  readonly stories: number;
  readonly runs: number;
  readonly already: number;
  readonly ranMs: number;
}): string {
  const { already, ranMs, runs, stories } = input;
  const aSecond = ((stories - already) / ranMs) * 1000;
  const percent = Math.floor((100 * stories) / runs);
  const left = aSecond > 0 ? duration((runs - stories) / aSecond) : 'unknown time';
  return `${stories} of ${runs} (${percent} %), ${Math.round(aSecond)} a second, ${left} left`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return `${Math.ceil(seconds / 60)} min`;
}
