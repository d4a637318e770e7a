import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveLines } from './live-lines.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a terminal shows of what was written: a return goes back, and the rest is erased. */
function shownOf(written: string): readonly string[] {
  return written.split('\n').map((line) => line.slice(line.lastIndexOf('\u001b[K') + 1));
}

function sinkOf(isTerminal: boolean) {
  let written = '';
  return {
    isTerminal,
    write: (text: string) => {
      written += text;
    },
    shown: () => shownOf(written.replaceAll('\u001b[K', '\u001b[K\u0000')).map(bare),
    written: () => written,
  };
}

function bare(line: string): string {
  return line.slice(line.lastIndexOf('\u0000') + 1);
}

test('on a terminal what runs stands beneath the lines, and is written over', () => {
  const out = sinkOf(true);
  using lines = liveLines(out);
  let seconds = 0;
  lines.beneath(() => `rejoin, ${seconds} s`);
  lines.write('first');
  expect(out.shown()).toEqual(['first', 'rejoin, 0 s']);
  seconds = 3;
  vi.advanceTimersByTime(1_000);
  expect(out.shown()).toEqual(['first', 'rejoin, 3 s']);
  lines.write('second');
  lines.beneath(() => '');
  expect(out.shown()).toEqual(['first', 'second', '']);
});

test('it never reaches the end of a line, where a terminal would go on to the next', () => {
  const out = sinkOf(true);
  using lines = liveLines(out);
  lines.beneath(() => 'x'.repeat(200));
  expect(out.written()).toBe('x'.repeat(79));
});

test('while a person is asked nothing is written over', async () => {
  const out = sinkOf(true);
  using lines = liveLines(out);
  lines.beneath(() => 'approve');
  const answer = await lines.held(async () => {
    const before = out.written();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(out.written()).toBe(before);
    expect(out.shown()).toEqual(['']);
    return 'yes';
  });
  expect(answer).toBe('yes');
  vi.advanceTimersByTime(1_000);
  expect(out.shown()).toEqual(['approve']);
});

test('a pipe gets the lines and nothing else', () => {
  const out = sinkOf(false);
  using lines = liveLines(out);
  lines.beneath(() => 'rejoin');
  lines.write('first');
  vi.advanceTimersByTime(5_000);
  expect(out.written()).toBe('first\n');
});
