import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createGate, type Gate, type Pass } from './gate.ts';
import { initialGate } from './gate-state.ts';

const initial = initialGate({ region: 'us-east-1', remotes: ['us-west-2'], admitted: true });
const never = new AbortController().signal;

function open(limits: Parameters<typeof createGate>[0]['limits'] = {}): Gate {
  return createGate({ initial, onExpire: () => {}, limits });
}

describe('a hold', () => {
  it('waits for the writes in flight and lets the queue go in the order of arrival', async () => {
    const gate = open();
    const before = await gate.enter(null, never);
    gate.obey({ kind: 'hold', epoch: 2, to: null });
    const order: number[] = [];
    const waiting = [1, 2, 3].map(async (number) => {
      const pass = await gate.enter(null, never);
      order.push(number);
      return pass;
    });
    const quiet = gate.quiet(60_000);
    expect(gate.inFlight).toBe(1);
    before.leave();
    await quiet;
    expect([gate.inFlight, gate.held]).toEqual([0, 3]);
    gate.obey({ kind: 'release', epoch: 2, to: 'us-west-2' });
    const passes = await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
    expect(passes.map(({ course }) => course)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'forward', to: 'us-west-2', epoch: 2 })),
    );
    for (const pass of passes) pass.leave();
    expect(gate.inFlight).toBe(0);
  });

  it('is quiet when those have ended that began before it, whatever goes elsewhere', async () => {
    const gate = open();
    const before = await gate.enter(null, never);
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-west-2' });
    const elsewhere = await gate.enter(null, never);
    expect(elsewhere.course).toEqual({ kind: 'forward', to: 'us-west-2', epoch: 2 });
    expect([gate.inFlight, gate.held]).toEqual([1, 0]);
    const quiet = gate.quiet(60_000);
    before.leave();
    await quiet;
    expect(gate.inFlight).toBe(0);
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-west-2' });
    expect(gate.inFlight).toBe(0);
    gate.obey({ kind: 'release', epoch: 2, to: 'us-west-2' });
    expect(gate.inFlight).toBe(1);
    elsewhere.leave();
    expect(gate.inFlight).toBe(0);
  });

  it('refuses what is too much to hold', async () => {
    const gate = open({ heldMax: 1 });
    gate.obey({ kind: 'hold', epoch: 2, to: null });
    const held = gate.enter(null, never);
    await expect(gate.enter(null, never)).rejects.toMatchObject({ outcome: 'refused' });
    gate.obey({ kind: 'release', epoch: 2, to: null });
    (await held).leave();
  });

  it('ends by itself when nobody ends it', async () => {
    vi.useFakeTimers();
    try {
      const gate = open();
      gate.obey({ kind: 'hold', epoch: 2, to: null }, 300);
      const held = gate.enter(null, never);
      await vi.advanceTimersByTimeAsync(299);
      expect(gate.held).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      expect((await held).course).toEqual({ kind: 'here' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('forgets a client that goes away', async () => {
    const gate = open();
    gate.obey({ kind: 'hold', epoch: 2, to: null });
    const gone = new AbortController();
    const held = gate.enter(null, gone.signal);
    gone.abort();
    await expect(held).rejects.toMatchObject({ outcome: 'refused' });
    expect(gate.held).toBe(0);
    gate.obey({ kind: 'release', epoch: 2, to: null });
    expect(gate.inFlight).toBe(0);
  });

  it('sends scouts where it receives the epoch, more as they are answered', async () => {
    const gate = open({ drainingAtFirst: 2 });
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-east-1' });
    const scouts: Pass[] = [];
    const waiting = Array.from({ length: 5 }, () =>
      gate.enter(2, never, true).then((pass) => scouts.push(pass)),
    );
    await Promise.all(waiting.slice(0, 2));
    expect([scouts.length, gate.held]).toEqual([2, 3]);
    expect(scouts[0]?.course).toEqual({ kind: 'scout' });
    scouts[0]?.leave();
    await Promise.all(waiting.slice(0, 4));
    expect([scouts.length, gate.held]).toEqual([4, 1]);
    gate.obey({ kind: 'release', epoch: 2, to: 'us-east-1' });
    scouts[1]?.leave();
    await Promise.all(waiting);
    expect(scouts[4]?.course).toEqual({ kind: 'here' });
  });

  it('lets one more go for a scout of which nobody knows the end, not two', async () => {
    const gate = open({ drainingAtFirst: 1 });
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-east-1' });
    const first = await gate.enter(2, never, true);
    const waiting = Array.from({ length: 3 }, () => gate.enter(2, never, true));
    first.leave('failed');
    await waiting[0];
    expect(gate.held).toBe(2);
    gate.obey({ kind: 'release', epoch: 2, to: 'us-east-1' });
    for (const pass of waiting) (await pass).leave();
  });

  it('keeps a scout that was refused for the release, and lets another go', async () => {
    const gate = open({ drainingAtFirst: 1 });
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-east-1' });
    const first = await gate.enter(2, never, true);
    const second = gate.enter(2, never, true);
    first.leave('refused');
    const again = gate.enter(2, never, false);
    expect((await second).course).toEqual({ kind: 'scout' });
    (await second).leave('refused');
    expect(gate.held).toBe(1);
    gate.obey({ kind: 'release', epoch: 3, to: 'us-west-2' });
    expect((await again).course).toEqual({ kind: 'forward', to: 'us-west-2', epoch: 3 });
  });

  it('waits for its scouts before the epoch that it was to receive goes elsewhere', async () => {
    const gate = open();
    gate.obey({ kind: 'hold', epoch: 2, to: 'us-east-1' });
    const scout = await gate.enter(2, never, true);
    expect(gate.inFlight).toBe(0);
    gate.obey({ kind: 'hold', epoch: 3, to: 'us-west-2' });
    expect(gate.inFlight).toBe(1);
    const quiet = gate.quiet(60_000);
    scout.leave();
    await quiet;
  });

  it('loses no write and overtakes none, whatever is held, released and ended when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('enter', 'hold', 'hold away', 'receive', 'release', 'give', 'leave'),
          { maxLength: 60 },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (events, drainingMax) => {
          const gate = open({ drainingMax });
          const passes: Pass[] = [];
          const through: number[] = [];
          const entered: Promise<void>[] = [];
          for (const [epoch, event] of events.entries()) {
            if (event === 'enter') {
              const number = entered.length;
              entered.push(
                gate.enter(null, never, true).then((pass) => {
                  through.push(number);
                  passes.push(pass);
                }),
              );
            } else if (event === 'hold') gate.obey({ kind: 'hold', epoch, to: null });
            else if (event === 'hold away') gate.obey({ kind: 'hold', epoch, to: 'us-west-2' });
            else if (event === 'receive') gate.obey({ kind: 'hold', epoch, to: 'us-east-1' });
            else if (event === 'release') gate.obey({ kind: 'release', epoch, to: null });
            else if (event === 'give') gate.obey({ kind: 'release', epoch, to: 'us-west-2' });
            else passes.shift()?.leave();
            await Promise.resolve();
          }
          gate.obey({ kind: 'release', epoch: 1000, to: null });
          while (through.length < entered.length || passes.length > 0) {
            passes.shift()?.leave();
            await Promise.resolve();
          }
          await Promise.all(entered);
          expect(through).toEqual(entered.map((_, index) => index));
          expect([gate.held, gate.inFlight]).toEqual([0, 0]);
          gate.close();
        },
      ),
    );
  });
});
