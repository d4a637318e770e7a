import { Announced, type EffectSeen, type JournalRecord, type World } from '@outrigger/recovery';

/**
 * Which effects happened, and whether the journal already said so: the last invariant's evidence.
 */
export interface EffectLog {
  /** The world, with every effect written down as it begins. */
  watch(world: World): World;
  journaled(records: readonly JournalRecord[]): void;
  seen(): readonly EffectSeen[];
}

export function createEffectLog(): EffectLog {
  const announced = new Announced();
  const effects: EffectSeen[] = [];
  return {
    watch: (world) => ({
      ...world,
      perform(action, context) {
        const { run, step, epoch } = context;
        const journaled = announced.has(context);
        effects.push({ run, step, epoch, atMs: world.now(), journaled });
        return world.perform(action, context);
      },
    }),
    journaled: (records) => announced.add(records),
    seen: () => effects,
  };
}
