import { describe, expect, test } from 'vitest';
import { progressLine, progressOf } from './progress.ts';

describe('how far a campaign is', () => {
  test('counts the speed of this piece, and how long is left, in seconds or minutes', () => {
    const input = { runs: 1000, already: 400, stories: 700, ranMs: 10_000 };
    expect(progressLine(input)).toBe('700 of 1000 (70 %), 30 a second, 10 s left');
    const long = { ...input, runs: 100_000 };
    expect(progressLine(long)).toBe('700 of 100000 (0 %), 30 a second, 56 min left');
  });

  test('does not know how long it will take before anything is told', () => {
    const input = { runs: 1000, already: 400, stories: 400, ranMs: 900 };
    expect(progressLine(input)).toBe('400 of 1000 (40 %), 0 a second, unknown time left');
  });

  /** Asked every 100 ms for two seconds: what was written. */
  function written(isTTY: boolean, forMs: number) {
    let clock = 0;
    const lines: string[] = [];
    const stream = { isTTY, write: (text: string) => lines.push(text) };
    const progress = progressOf({ runs: 1000, already: 0, now: () => clock, stream });
    for (; clock < forMs; clock += 100) progress.show(clock / 10);
    progress.end();
    return lines;
  }

  test('is a line that is written over in a terminal, twice a second, and gone at the end', () => {
    const lines = written(true, 2000);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.startsWith('\r\u001b[K')).toBe(true);
    expect(lines.join('')).not.toContain('\n');
    expect(lines.at(-1)).toBe('\r\u001b[K');
  });

  test('is a line every ten seconds in a file, without a word for a terminal', () => {
    const lines = written(false, 30_000);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('1000 of 1000 (100 %), 100 a second, 0 s left\n');
    expect(lines.join('')).not.toContain('\u001b');
  });
});
