import { type Shape, writeShape } from './platform.ts';
import { type StoryOptions, type StoryTold, tellStory } from './story.ts';

/** A story that breaks a rule, with as little in it as could be found. */
export interface Shrunk {
  readonly told: StoryTold;
  /** Faults that it needs; all others are left out. */
  readonly keep: readonly string[];
  readonly shape: Shape;
  /** Stories that were told to find it. */
  readonly tries: number;
}

/** So many stories at most: each takes a few ms. */
const triesMax = 400;

/**
 * Leaves out faults, first many at once, then one by one, then makes the platform smaller, as long
 * as the same rule is still broken.
 */
export async function shrink(
  options: Pick<StoryOptions, 'plan'>,
  first: StoryTold,
): Promise<Shrunk> {
  const rule = first.broken[0]?.rule;
  const { seed } = first;
  let best = { told: first, keep: [...new Set(first.struck)], shape: first.shape };
  let tries = 0;
  const attempt = async (keep: readonly string[], shape: Shape): Promise<boolean> => {
    if (tries >= triesMax) return false;
    tries += 1;
    const told = await tellStory({ ...options, seed, keep: new Set(keep), shape });
    if (!told.broken.some((one) => one.rule === rule)) return false;
    const struck = new Set(told.struck);
    best = { told, keep: keep.filter((name) => struck.has(name)), shape };
    return true;
  };
  await attempt(best.keep, best.shape);
  for (let size = Math.ceil(best.keep.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < best.keep.length; ) {
      const without = best.keep.filter((_, index) => index < from || index >= from + size);
      if (!(await attempt(without, best.shape))) from += size;
    }
  }
  for (const part of ['fileStores', 'services', 'databases', 'regions'] as const) {
    const least = part === 'databases' || part === 'regions' ? 1 : 0;
    while (best.shape[part] > least) {
      const smaller = { ...best.shape, [part]: best.shape[part] - 1 };
      if (!(await attempt(best.keep, smaller))) break;
    }
  }
  return { ...best, tries };
}

/** The one command that tells it again. */
export function replayCommand({ told, keep, shape }: Pick<Shrunk, 'told' | 'keep' | 'shape'>) {
  const kept = keep.join('|').replaceAll("'", '');
  return `npm run chaos -- --replay ${told.seed} --shape ${writeShape(shape)} --keep '${kept}'`;
}
