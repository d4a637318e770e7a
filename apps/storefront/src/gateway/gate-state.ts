/**
 * What the gateway does with writes, as pure transitions. A planned handover goes open → holding →
 * forwarding in the region that gives the epoch away, and closed → holding → open in the one that
 * takes it. Writes wait in the latter: by the time that it may write, they have come over the link.
 */
export type Mode =
  /** Writes are handled in this region. */
  | { readonly kind: 'open' }
  /**
   * New writes wait: in the region `to`, which will get the epoch of this state, or here when it is
   * null. Where `to` is this region itself, scouts go first. If nobody releases them in time,
   * `before` comes back.
   */
  | { readonly kind: 'holding'; readonly before: SettledMode; readonly to: string | null }
  /** Writes go to another region, which got the epoch given. */
  | { readonly kind: 'forwarding'; readonly to: string; readonly epoch: number }
  /** This region does not own the epoch and knows nobody who does: writes are refused. */
  | { readonly kind: 'closed' };

export type SettledMode = Exclude<Mode, { readonly kind: 'holding' }>;

export interface GateState {
  readonly region: string;
  /** Regions that writes can be forwarded to. */
  readonly remotes: readonly string[];
  /** The highest epoch in any control request. Older ones are refused: their sender is stale. */
  readonly epoch: number;
  readonly mode: Mode;
  /** Whether this region shall get traffic. Not kept over a restart: the agent tells it again. */
  readonly admitted: boolean;
}

export type Command =
  /** `to`: who gets the epoch, if that is known. */
  | { readonly kind: 'hold'; readonly epoch: number; readonly to: string | null }
  | { readonly kind: 'release'; readonly epoch: number; readonly to: string | null }
  | { readonly kind: 'admit'; readonly epoch: number; readonly ready: boolean }
  /**
   * Another region has this epoch. A handover has told the gate itself, and this changes nothing.
   */
  | { readonly kind: 'supersede'; readonly epoch: number };

export type Change =
  | { readonly kind: 'changed'; readonly state: GateState }
  /** The command is of an older epoch than one that was obeyed. */
  | { readonly kind: 'stale'; readonly epoch: number }
  | { readonly kind: 'impossible'; readonly why: string };

export type Course =
  | { readonly kind: 'here' }
  /**
   * It waits, or goes ahead as one of a few: where it is handled it waits for the new writer, and
   * is answered as soon as that one may write, without anybody's word.
   */
  | { readonly kind: 'scout' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'forward'; readonly to: string; readonly epoch: number }
  | { readonly kind: 'refuse'; readonly why: string };

export function initialGate(options: {
  readonly region: string;
  readonly remotes: readonly string[];
  readonly admitted: boolean;
}): GateState {
  const mode: Mode = options.admitted ? { kind: 'open' } : { kind: 'closed' };
  return { ...options, epoch: 0, mode };
}

export function obey(state: GateState, command: Command): Change {
  if (command.epoch < state.epoch) return { kind: 'stale', epoch: state.epoch };
  const at = { ...state, epoch: command.epoch };
  switch (command.kind) {
    case 'hold': {
      const isKnown = command.to === state.region || state.remotes.includes(command.to ?? '');
      const to = isKnown ? command.to : null;
      return {
        kind: 'changed',
        state: { ...at, mode: { kind: 'holding', before: settled(state.mode), to } },
      };
    }
    case 'release': {
      const { to } = command;
      if (to === null || to === state.region) {
        return { kind: 'changed', state: { ...at, mode: { kind: 'open' } } };
      }
      if (!state.remotes.includes(to)) {
        const known = state.remotes.length === 0 ? 'none' : state.remotes.join(', ');
        return { kind: 'impossible', why: `no gateway of ${to} is known here; known: ${known}` };
      }
      return {
        kind: 'changed',
        state: { ...at, mode: { kind: 'forwarding', to, epoch: command.epoch } },
      };
    }
    case 'admit':
      return {
        kind: 'changed',
        state: { ...at, admitted: command.ready, mode: modeAfterAdmit(state.mode, command) },
      };
    case 'supersede':
      if (command.epoch === state.epoch || state.mode.kind !== 'open') {
        return { kind: 'changed', state: at };
      }
      return { kind: 'changed', state: { ...at, admitted: false, mode: { kind: 'closed' } } };
  }
}

/**
 * A region that is admitted handles its writes, unless they were given to another region in this
 * very epoch: that one is still right. A forwarding of an older epoch is what is left of an earlier
 * handover, and would send the writes in a circle.
 */
function modeAfterAdmit(
  mode: Mode,
  command: { readonly epoch: number; readonly ready: boolean },
): Mode {
  if (!command.ready) return mode;
  switch (mode.kind) {
    case 'open':
      return mode;
    case 'closed':
      return { kind: 'open' };
    case 'forwarding':
      return mode.epoch < command.epoch ? { kind: 'open' } : mode;
    case 'holding': {
      const before = modeAfterAdmit(mode.before, command);
      return { ...mode, before: settled(before) };
    }
  }
}

/** The hold's deadline passed: a dead controller must not leave writes held. */
export function expireHold(state: GateState): GateState {
  if (state.mode.kind !== 'holding') return state;
  return { ...state, mode: state.mode.before };
}

/**
 * A write that was forwarded is forwarded again only under a newer epoch: the epoch moved on while
 * it was on its way. Since epochs only rise, two gateways can't play ping-pong.
 * `forwardedIn` is the epoch in which another region's gateway sent it here; null: a client did.
 */
export function courseOf(state: GateState, forwardedIn: number | null): Course {
  const { mode } = state;
  switch (mode.kind) {
    case 'open':
      return { kind: 'here' };
    case 'holding':
      if (mode.to === state.region) return { kind: 'scout' };
      // One that comes in a newer epoch comes back from there, and this region is told soon.
      return mode.to !== null && (forwardedIn === null || forwardedIn < state.epoch)
        ? { kind: 'forward', to: mode.to, epoch: state.epoch }
        : { kind: 'wait' };
    case 'forwarding':
      if (forwardedIn === null || forwardedIn < mode.epoch) {
        return { kind: 'forward', to: mode.to, epoch: mode.epoch };
      }
      // A newer epoch was given to this region, which is not told yet: the database has the say.
      if (forwardedIn > mode.epoch) return { kind: 'here' };
      return { kind: 'refuse', why: `writes belong to ${mode.to}, and this one came from there` };
    case 'closed':
      // Another region's gateway was told that this one owns the epoch; the database has the say.
      return forwardedIn !== null
        ? { kind: 'here' }
        : { kind: 'refuse', why: `${state.region} does not own the writes now` };
  }
}

function settled(mode: Mode): SettledMode {
  return mode.kind === 'holding' ? mode.before : mode;
}
