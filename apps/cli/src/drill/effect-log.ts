import type { EffectSeen, JournalRecord, World } from '@outrigger/recovery';

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
  const announced = new Set<string>();
  const effects: EffectSeen[] = [];
  const key = (run: string, step: string): string => `${run} ${step}`;
  return {
    watch: (world) => ({
      ...world,
      perform(action, context) {
        const { run, step, epoch } = context;
        const journaled = announced.has(key(run, step));
        effects.push({ run, step, epoch, atMs: world.now(), journaled });
        return world.perform(action, context);
      },
    }),
    journaled(records) {
      for (const { run, event } of records) {
        if (event.type === 'performing' && typeof event.step === 'string') {
          announced.add(key(run, event.step));
        }
      }
    },
    seen: () => effects,
  };
}
