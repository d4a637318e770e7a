import type { MemoryModel } from './memory-model.ts';
import type { Facts, MemberModel, StoreModel } from './memory-store.ts';

/** What a look at one copy of a store shows. */
export function storeFacts(
  model: MemoryModel,
  store: StoreModel,
  member: MemberModel | undefined,
): Facts {
  const writes = member !== undefined && store.writer === member.id;
  const truth = model.truthOf(store.name);
  truth?.settle();
  const streams = truth?.streams(member?.id ?? '') ?? member?.streaming ?? false;
  const isInSync = member !== undefined && store.inSync.has(member.id);
  return {
    writable: writes,
    canaryRead: writes,
    epoch: store.epoch,
    member: store.writer,
    streaming: streams,
    replayedPast: streams,
    synchronous: truth === null ? member?.synchronous === true : isInSync,
    salvaged: member?.salvaged ?? false,
    restored: member?.restored ?? false,
    // How old a backup is, nobody tells.
    lagMs: member === undefined || member.state === 'absent' ? null : model.lagOf(store, [member]),
  };
}
