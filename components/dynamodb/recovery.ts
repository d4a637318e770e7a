import type { RecoveryFacet } from '@outrigger/recovery';

/** Every region's table is writable all the time, so nothing has to be done: only told. */
export const recovery: RecoveryFacet<'dynamodb'> = {
  hasWriter: false,
  steps: ({ component, situation }) => {
    const { from, to, planned } = situation;
    if (from === null || planned) return { drafts: [] };
    const there = component.writerIn === to || component.replicaIn.includes(to);
    if (there && component.consistency === 'strong') return { drafts: [] };
    const note = there
      ? `${component.name}: the newest writes, about a second of them, are missing in ${to} ` +
        `until ${from} is back`
      : `${component.name} has no replica in ${to}: it is out of reach until ${from} is back`;
    return { drafts: [], notes: [note] };
  },
};
