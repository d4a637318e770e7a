import type { Action, Json } from '../action.ts';
import type { DataTopology, Member } from '../topology.ts';

export type Facts = { readonly [fact: string]: Json };
export type Effected =
  | { readonly kind: 'done'; readonly facts: Facts }
  | {
      readonly kind: 'refused' | 'failed' | 'unknown';
      readonly why: string;
      /** When it is worth trying again, ms: a lease that still runs. */
      readonly expiresAt?: number;
    };

/** A stretch of time in which a member acknowledged writes. */
export interface Writing {
  readonly component: string;
  readonly member: string;
  readonly epoch: number;
  readonly fromMs: number;
  toMs: number;
}

/** What a new writer of a store lacked when it took over. */
export interface LostWrites {
  readonly component: string;
  readonly member: string;
  readonly epoch: number;
  readonly writes: number;
  readonly atMs: number;
}

/** Acknowledged writes of the asynchronous tail that a loss leaves on the old side only. */
export const asynchronousTail = 5;

export interface MemberModel {
  readonly id: string;
  readonly region: string;
  readonly zone: string | null;
  state: Member['state'];
  streaming: boolean;
  synchronous: boolean;
  salvaged: boolean;
  /** It was made from a backup. */
  restored: boolean;
  /** Acknowledged writes that no other member has. */
  onlyCopies: number;
}

export interface StoreModel {
  readonly name: string;
  readonly members: Map<string, MemberModel>;
  writer: string | null;
  epoch: number;
  /** Until when the writer's lease lets it answer, ms; renewed while it is reached. */
  leaseUntil: number;
  fenced: boolean;
  inSync: Set<string>;
}

export function isZonal(store: StoreModel): boolean {
  return [...store.members.values()].some((member) => member.zone !== null);
}

/** How many a `scale` asks for. */
export function wanted(action: Action): number {
  const { nodeGroups, replicas, desired: machines } = action.arguments;
  if (typeof replicas === 'number') return replicas;
  if (typeof machines === 'number') return machines;
  let sum = 0;
  if (typeof nodeGroups === 'object' && nodeGroups !== null && !Array.isArray(nodeGroups)) {
    for (const size of Object.values(nodeGroups)) {
      const desired =
        typeof size === 'object' && size !== null && 'desired' in size ? size.desired : 0;
      if (typeof desired === 'number') sum += desired;
    }
  }
  return sum;
}

export function storeOf(name: string, data: DataTopology, epoch: number): StoreModel {
  const members = new Map<string, MemberModel>();
  const writerRegion = data.members.find(({ id }) => id === data.writer)?.region;
  for (const { id, region, zone, state, salvaged } of data.members) {
    const streaming = state === 'standby';
    const synchronous = streaming && data.inSync.includes(id);
    const isAway = region !== writerRegion;
    const onlyCopies = state === 'diverged' && !salvaged && isAway ? asynchronousTail : 0;
    const flags = { salvaged, streaming, synchronous, restored: false };
    members.set(id, { id, region, zone, state, ...flags, onlyCopies });
  }
  return {
    name,
    members,
    writer: data.writer,
    epoch,
    leaseUntil: Number.POSITIVE_INFINITY,
    fenced: false,
    inSync: new Set(data.inSync),
  };
}

/** The copy that is made of the newest backup: it follows nobody. Null: there is one already. */
export function restoredIn(store: StoreModel, action: Action): MemberModel | null {
  const { arguments: given, region = '', zone = null } = action;
  const id = String(given.member);
  const before = store.members.get(id);
  if (before !== undefined && before.state !== 'absent' && before.state !== 'writer') return null;
  const flags = { streaming: false, synchronous: false, salvaged: false, restored: true };
  const made = { id, region, zone, state: 'absent' as const, ...flags, onlyCopies: 0 };
  const member = before ?? made;
  member.restored = true;
  store.members.set(id, member);
  return member;
}

/**
 * Whether a promotion loses nothing, by what is recorded now: a plan may be older than that. A
 * repeat finds its own first try.
 */
export function hasAll(store: StoreModel, member: MemberModel | undefined, epoch: number): boolean {
  const isRepeat = store.writer === member?.id && store.epoch === epoch;
  return isRepeat || store.inSync.has(member?.id ?? '');
}
