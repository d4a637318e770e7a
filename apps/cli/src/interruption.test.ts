import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Interrupted, watchInterrupts } from './interruption.ts';

function press() {
  const source = new EventEmitter();
  const left: number[] = [];
  let at = 0;
  const interruption = watchInterrupts({
    process: source,
    now: () => at,
    leave: (code) => left.push(code),
  });
  const send = (signal: string, atMs: number) => {
    at = atMs;
    source.emit(signal);
  };
  return { source, left, interruption, send };
}

test('the first Ctrl-C asks to stop; its echoes are the same one', () => {
  const { interruption, send, left } = press();
  expect(interruption.signal.aborted).toBe(false);
  send('SIGINT', 1000);
  send('SIGINT', 1001);
  send('SIGTERM', 1400);
  expect(interruption.signal.reason).toBeInstanceOf(Interrupted);
  expect(left).toEqual([]);
});

test('a second Ctrl-C leaves at once', () => {
  const { send, left } = press();
  send('SIGINT', 1000);
  send('SIGINT', 1600);
  expect(left).toEqual([130]);
});

test('it takes its listeners away again', () => {
  const { source, interruption } = press();
  interruption[Symbol.dispose]();
  expect(source.listenerCount('SIGINT') + source.listenerCount('SIGTERM')).toBe(0);
});
