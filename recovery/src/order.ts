import type { Draft, Milestone } from './facet.ts';

/** One draft of one component. */
export interface Placed {
  /** `<component>/<name>` */
  readonly id: string;
  readonly component: string;
  readonly draft: Draft;
}

export interface Ordered extends Placed {
  /** Ids. */
  readonly after: readonly string[];
}

/** What stands in for a milestone that no step provides: what it would have waited for itself. */
const instead: { readonly [M in Milestone]: readonly Milestone[] } = {
  approved: [],
  fenced: ['approved'],
  prepared: ['approved'],
  network: [],
  balanced: ['network'],
  nodes: [],
  capacity: ['nodes'],
  rehearsed: ['prepared', 'capacity'],
  'ready-to-move': ['rehearsed'],
  held: ['ready-to-move'],
  writable: ['held', 'fenced'],
  verified: ['writable'],
  released: ['writable'],
  admitted: ['verified', 'released', 'capacity'],
  excluded: ['admitted'],
  served: ['excluded', 'verified'],
  'more-nodes': ['served'],
};

/**
 * Orders the steps of all components by what they need, then lists them so that each comes after
 * all that it waits for: first what serves clients, then the background.
 */
export function order(placed: readonly Placed[]): Ordered[] {
  const providers = providersOf(placed);
  const resolved = new Map<Milestone, readonly string[]>();
  const resolve = (milestone: Milestone): readonly string[] => {
    const known = resolved.get(milestone);
    if (known !== undefined) return known;
    const own = providers.get(milestone);
    const ids = own ?? [...new Set(instead[milestone].flatMap(resolve))];
    resolved.set(milestone, ids);
    return ids;
  };
  const ordered = placed.map((one): Ordered => {
    const after = new Set<string>();
    for (const name of one.draft.after ?? []) after.add(`${one.component}/${name}`);
    for (const need of one.draft.needs ?? []) for (const id of resolve(need)) after.add(id);
    after.delete(one.id);
    return { ...one, after: [...after] };
  });
  return topological(shortened(ordered));
}

/** Leaves out what a step waits for anyway, because another that it waits for does. */
function shortened(steps: readonly Ordered[]): Ordered[] {
  const afterOf = new Map(steps.map((step) => [step.id, step.after]));
  return steps.map((step) => {
    const implied = new Set(step.after.flatMap((id) => afterOf.get(id) ?? []));
    return { ...step, after: step.after.filter((id) => !implied.has(id)) };
  });
}

function providersOf(placed: readonly Placed[]): Map<Milestone, string[]> {
  const providers = new Map<Milestone, string[]>();
  for (const one of placed) {
    for (const milestone of one.draft.provides ?? []) {
      const ids = providers.get(milestone);
      if (ids === undefined) providers.set(milestone, [one.id]);
      else ids.push(one.id);
    }
  }
  return providers;
}

/** A broken facet (two steps of one name, a circle, an unknown name) is a bug, so it throws. */
function topological(steps: readonly Ordered[]): Ordered[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  if (byId.size !== steps.length) throw new Error('two steps of a plan have the same id');
  const waitsFor = new Map<string, number>();
  const dependents = new Map<string, Ordered[]>();
  for (const step of steps) {
    waitsFor.set(step.id, step.after.length);
    for (const id of step.after) {
      if (!byId.has(id)) throw new Error(`${step.id} waits for ${id}, which is not in the plan`);
      const list = dependents.get(id);
      if (list === undefined) dependents.set(id, [step]);
      else list.push(step);
    }
  }
  const free = steps.filter((step) => step.after.length === 0);
  const foreground = free.filter((step) => step.draft.background !== true);
  const background = free.filter((step) => step.draft.background === true);
  const listed: Ordered[] = [];
  let nextForeground = 0;
  let nextBackground = 0;
  while (nextForeground < foreground.length || nextBackground < background.length) {
    const step = foreground[nextForeground++] ?? background[nextBackground++];
    if (step === undefined) break;
    if (nextForeground > foreground.length) nextForeground = foreground.length;
    listed.push(step);
    for (const dependent of dependents.get(step.id) ?? []) {
      const left = (waitsFor.get(dependent.id) ?? 0) - 1;
      waitsFor.set(dependent.id, left);
      if (left === 0)
        (dependent.draft.background === true ? background : foreground).push(dependent);
    }
  }
  if (listed.length === steps.length) return listed;
  const stuck = steps.filter((step) => !listed.includes(step)).map(({ id }) => id);
  throw new Error(`steps wait for each other in a circle: ${stuck.join(', ')}`);
}
