import {
  type DataComponent,
  dataComponents,
  isWrittenEverywhere,
  neededStores,
  type Platform,
} from '@outrigger/model';
import {
  type Duration,
  finder,
  lagName,
  type Plan,
  type Step,
  type Timings,
} from '@outrigger/recovery';
import { drawNames } from './draw-names.ts';
import type { Draw } from './step-graph.ts';
import { drawOf } from './units.ts';

/**
 * What a plan may lose of one store. `lag`: whatever had not reached the copy that takes over;
 * `unknown` the same, where no world has timed the lag; `all`: there is no copy to take over.
 */
export interface StoreLoss {
  readonly store: string;
  readonly kind: DataComponent['kind'];
  readonly loses: 'nothing' | 'lag' | 'unknown' | 'all';
  readonly why: string;
  /** How far the copy is behind when it happens; null but for `lag`. */
  readonly lag: Duration | null;
}

/** Every store of a platform, with what a plan may lose of it. */
export function storeLosses(
  plan: Plan,
  platform: Platform,
  timings: Timings,
): readonly StoreLoss[] {
  const find = finder(timings, plan);
  const mayLose = new Set(plan.steps.filter(losesNewest).map(({ action }) => action.component));
  const needed = neededStores(platform);
  return dataComponents(platform).map((component): StoreLoss => {
    const { name: store, kind } = component;
    if (!needed.has(store)) {
      const unneeded = 'nothing that serves clients writes to it';
      return { store, kind, loses: 'nothing', why: unneeded, lag: null };
    }
    const why = whyNothing(plan, component, mayLose);
    if (why !== null) return { store, kind, loses: 'nothing', why, lag: null };
    const name = lagName(plan, store);
    if (component.replicaIn.length === 0 && name === 'lag') {
      const gone = `it has no copy outside ${component.writerIn}`;
      return { store, kind, loses: 'all', why: gone, lag: null };
    }
    const lag = find(kind, [name]);
    if (lag === undefined) {
      const untimed = `no ${name} of ${kind} is timed in this world`;
      return { store, kind, loses: 'unknown', why: untimed, lag: null };
    }
    const since = name === 'lag' ? 'what was not yet replicated' : 'what came after its backup';
    return { store, kind, loses: 'lag', why: since, lag };
  });
}

/**
 * What is overwritten is an old copy, and was salvaged before: nothing is lost of what the writer
 * has acknowledged since.
 */
function losesNewest({ action: { arguments: given }, mayLoseData }: Step): boolean {
  return mayLoseData && given.why !== 'overwrite' && given.overwrite !== true;
}

/** Null where something may be lost. */
function whyNothing(
  plan: Plan,
  { name, kind, writerIn }: DataComponent,
  mayLose: ReadonlySet<string>,
): string | null {
  if (mayLose.has(name)) return null;
  if (plan.intent !== 'failover') return 'both sides are healthy';
  // What every region writes is left as it is: the newest of the lost region is missing for now.
  const isOut = plan.failure?.zone === null && plan.failure.region === writerIn;
  if (isWrittenEverywhere(kind) && isOut) return null;
  if (plan.kinds[name] === undefined) return 'it is not touched';
  return 'the copy that takes over has every acknowledged write';
}

/** One draw for each store of which the newest writes may be lost, by the name of its lag. */
export function lagDraws(losses: readonly StoreLoss[]): { readonly [name: string]: Draw } {
  return Object.fromEntries(
    losses.flatMap(({ store, lag }) =>
      lag === null ? [] : [[drawNames.lag(store), drawOf(lag)] as const],
    ),
  );
}
