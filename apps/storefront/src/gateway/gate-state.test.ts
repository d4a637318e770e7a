import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  courseOf,
  expireHold,
  type GateState,
  initialGate,
  obey,
} from './gate-state.ts';

const east = initialGate({ region: 'us-east-1', remotes: ['us-west-2'], admitted: true });
const west = initialGate({ region: 'us-west-2', remotes: ['us-east-1'], admitted: false });

function after(state: GateState, ...commands: readonly Command[]): GateState {
  return commands.reduce((current, command) => {
    const change = obey(current, command);
    if (change.kind !== 'changed') throw new Error(`${command.kind}: ${change.kind}`);
    return change.state;
  }, state);
}

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('hold' as const),
    epoch: fc.nat(5),
    to: fc.constantFrom(null, 'us-east-1', 'us-west-2', 'eu-west-1'),
  }),
  fc.record({
    kind: fc.constant('release' as const),
    epoch: fc.nat(5),
    to: fc.constantFrom(null, 'us-east-1', 'us-west-2', 'eu-west-1'),
  }),
  fc.record({ kind: fc.constant('admit' as const), epoch: fc.nat(5), ready: fc.boolean() }),
  fc.record({ kind: fc.constant('supersede' as const), epoch: fc.nat(5) }),
);

describe('the gate', () => {
  it('closes when another region took over without it, and not in a handover', () => {
    const lost = after(east, { kind: 'supersede', epoch: 2 });
    expect(lost).toMatchObject({ admitted: false, epoch: 2, mode: { kind: 'closed' } });
    expect(obey(lost, { kind: 'admit', epoch: 1, ready: true })).toMatchObject({ kind: 'stale' });
    const given = after(
      east,
      { kind: 'hold', epoch: 2, to: null },
      { kind: 'supersede', epoch: 2 },
      { kind: 'release', epoch: 2, to: 'us-west-2' },
      { kind: 'supersede', epoch: 2 },
    );
    expect(given).toMatchObject({ admitted: true, mode: { kind: 'forwarding', to: 'us-west-2' } });
    const back = after(given, { kind: 'admit', epoch: 3, ready: true });
    expect(after(back, { kind: 'supersede', epoch: 3 })).toEqual(back);
  });

  it('holds, gives the writes away, and gets them back', () => {
    const held = after(east, { kind: 'hold', epoch: 2, to: null });
    expect(courseOf(held, null)).toEqual({ kind: 'wait' });
    const given = after(held, { kind: 'release', epoch: 2, to: 'us-west-2' });
    expect(courseOf(given, null)).toMatchObject({ kind: 'forward', to: 'us-west-2' });
    const back = after(given, { kind: 'admit', epoch: 3, ready: true });
    expect(courseOf(back, null)).toEqual({ kind: 'here' });
  });

  it('lets writes wait in the region that takes them, and takes them back from there', () => {
    const held = after(east, { kind: 'hold', epoch: 2, to: 'us-west-2' });
    expect(courseOf(held, null)).toEqual({ kind: 'forward', to: 'us-west-2', epoch: 2 });
    const taking = after(west, { kind: 'hold', epoch: 2, to: 'us-west-2' });
    expect(courseOf(taking, 2)).toEqual({ kind: 'scout' });
    expect(courseOf(after(taking, { kind: 'release', epoch: 2, to: 'us-west-2' }), 2)).toEqual({
      kind: 'here',
    });
    const sentBack = after(taking, { kind: 'release', epoch: 3, to: 'us-east-1' });
    expect(courseOf(sentBack, 2)).toEqual({ kind: 'forward', to: 'us-east-1', epoch: 3 });
    expect(courseOf(held, 3)).toEqual({ kind: 'wait' });
    expect(courseOf(after(held, { kind: 'release', epoch: 3, to: null }), 3)).toEqual({
      kind: 'here',
    });
  });

  it('goes on giving writes away when it is admitted in the same epoch', () => {
    const given = after(east, { kind: 'release', epoch: 2, to: 'us-west-2' });
    const admitted = after(given, { kind: 'admit', epoch: 2, ready: true });
    expect(courseOf(admitted, null)).toMatchObject({ kind: 'forward', to: 'us-west-2' });
  });

  it('refuses the writes of a region that does not own them, but takes forwarded ones', () => {
    expect(courseOf(west, null)).toMatchObject({ kind: 'refuse' });
    expect(courseOf(west, 1)).toEqual({ kind: 'here' });
  });

  it('goes on as before when a hold runs out', () => {
    const twice = after(
      east,
      { kind: 'hold', epoch: 2, to: null },
      { kind: 'hold', epoch: 2, to: null },
    );
    expect(expireHold(twice).mode).toEqual(east.mode);
    const given = after(east, { kind: 'release', epoch: 2, to: 'us-west-2' });
    expect(expireHold(after(given, { kind: 'hold', epoch: 3, to: null })).mode).toEqual(given.mode);
  });

  it('does not give writes to a region that it has no address of', () => {
    const change = obey(east, { kind: 'release', epoch: 2, to: 'eu-west-1' });
    expect(change).toMatchObject({ kind: 'impossible' });
  });

  it('never obeys an older epoch, nor forwards back in the same one, nor to itself', () => {
    fc.assert(
      fc.property(fc.array(commands), fc.option(fc.nat(9)), (sequence, forwardedIn) => {
        let state = east;
        for (const command of sequence) {
          const change = obey(state, command);
          expect(change.kind === 'stale').toBe(command.epoch < state.epoch);
          if (change.kind === 'changed') state = change.state;
          expect(state.epoch).toBeGreaterThanOrEqual(change.kind === 'changed' ? command.epoch : 0);
          const course = courseOf(state, forwardedIn);
          if (course.kind === 'forward') {
            expect(course.epoch).toBeGreaterThan(forwardedIn ?? -1);
            expect(course.to).not.toBe(state.region);
          }
          expect(expireHold(state).mode.kind).not.toBe('holding');
        }
      }),
    );
  });

  it('changes nothing more when a command is repeated', () => {
    fc.assert(
      fc.property(fc.array(commands), commands, (sequence, command) => {
        let state = east;
        for (const earlier of sequence) {
          const change = obey(state, earlier);
          if (change.kind === 'changed') state = change.state;
        }
        const once = obey(state, command);
        if (once.kind !== 'changed') return;
        expect(obey(once.state, command)).toEqual(once);
      }),
    );
  });
});
