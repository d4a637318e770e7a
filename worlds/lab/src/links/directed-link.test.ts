import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directedLink } from './directed-link.ts';
import { manualClock } from './test-clock.ts';

const calm = { delayMs: 30, bandwidthBytesPerSecond: null, cut: false };

function newLink(settings = {}) {
  const clock = manualClock();
  const link = directedLink('east', 'west', { ...calm, ...settings }, clock);
  const arrived: { name: string; atMs: number }[] = [];
  const send = (name: string, bytes = 100) =>
    link.send(bytes, () => arrived.push({ name, atMs: clock.now() }));
  return { clock, link, arrived, send };
}

describe('a directed link', () => {
  test('delivers after its delay, within half a millisecond', () => {
    const { clock, arrived, send } = newLink();
    send('a');
    clock.advance(10.2);
    send('b');
    clock.advance(19);
    expect(arrived).toEqual([]);
    clock.advance(30);
    expect(arrived.map((one) => one.name)).toEqual(['a', 'b']);
    expect(arrived[0]?.atMs).toBeCloseTo(30, 0);
    expect(arrived[1]?.atMs).toBeCloseTo(40.2, 0);
  });

  test('passes on at once when there is no delay', () => {
    const { arrived, send } = newLink({ delayMs: 0 });
    send('a');
    expect(arrived).toEqual([{ name: 'a', atMs: 0 }]);
  });

  test('sends no faster than its bandwidth', () => {
    const { clock, arrived, send } = newLink({ bandwidthBytesPerSecond: 1_000, delayMs: 30 });
    send('a', 100);
    send('b', 100);
    clock.advance(1_000);
    expect(arrived).toEqual([
      { name: 'a', atMs: 130 },
      { name: 'b', atMs: 230 },
    ]);
  });

  test('a wider bandwidth holds for what still waits', () => {
    const { clock, link, arrived, send } = newLink({ bandwidthBytesPerSecond: 10, delayMs: 0 });
    send('a', 100);
    clock.advance(1_000);
    link.change({ bandwidthBytesPerSecond: 10_000 });
    clock.advance(10);
    expect(arrived).toEqual([{ name: 'a', atMs: 1_010 }]);
  });

  test('a cut holds what is on its way; healed, it is sent again', () => {
    const { clock, link, arrived, send } = newLink();
    send('a');
    clock.advance(20);
    link.change({ cut: true });
    send('b');
    clock.advance(500);
    expect(arrived).toEqual([]);
    expect(link.heldBytes()).toBe(200);
    link.change({ cut: false });
    clock.advance(29);
    expect(arrived).toEqual([]);
    clock.advance(1);
    expect(arrived.map((one) => one.name)).toEqual(['a', 'b']);
    expect(link.heldBytes()).toBe(0);
  });

  test('never reorders, whatever is changed', () => {
    const change = fc.record(
      {
        delayMs: fc.integer({ min: 0, max: 100 }),
        bandwidthBytesPerSecond: fc.option(fc.integer({ min: 100, max: 100_000 })),
        cut: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const events = fc.array(fc.oneof(fc.integer({ min: 0, max: 5_000 }), change));
    fc.assert(
      fc.property(events, (steps) => {
        const { clock, link, arrived, send } = newLink();
        let sent = 0;
        for (const step of steps) {
          if (typeof step === 'number') send(String(sent++), step);
          else link.change(step);
          clock.advance(7.3);
        }
        link.change({ cut: false, bandwidthBytesPerSecond: null });
        clock.advance(1_000);
        expect(arrived.map((one) => Number(one.name))).toEqual(
          Array.from({ length: sent }, (_, index) => index),
        );
        expect(link.heldBytes()).toBe(0);
      }),
    );
  });
});
