import type { Plan } from './plan.ts';
import type { Step } from './step.ts';

/** What never changes in a run: its steps in order (the way back last), and who waits for whom. */
export interface PlanIndex {
  readonly steps: readonly Step[];
  readonly positions: ReadonlyMap<string, number>;
  readonly dependents: readonly (readonly number[])[];
  /** How many steps each waits for. */
  readonly waits: readonly number[];
  /** By position, where there are any: approvals that it waits for which may lapse. */
  readonly lapsing: ReadonlyMap<number, readonly number[]>;
  /** Positions of the steps by which data is lost, if any is. */
  readonly takeovers: readonly number[];
  /** Positions from here on are the way back. */
  readonly backFrom: number;
  readonly opens: readonly number[];
  readonly inside: readonly number[];
  readonly closes: readonly number[];
  readonly insideOrClosing: ReadonlySet<number>;
}

/** Whether data is lost by it, if any is, or another store's: all move together. */
function takesOver({ action: { verb }, mayLoseData }: Step): boolean {
  return verb === 'promote' || (mayLoseData && verb !== 'approve');
}

export function indexOf(plan: Plan): PlanIndex {
  const back = plan.handover?.back ?? [];
  const steps = [...plan.steps, ...back];
  const positions = new Map(steps.map((step, position) => [step.id, position]));
  const position = (id: string): number => {
    const found = positions.get(id);
    if (found === undefined) throw new Error(`the plan has no step ${id}`);
    return found;
  };
  const mayLapse = steps.flatMap((step, own) => (isByLag(step) ? [own] : []));
  const takeovers = steps.flatMap((step, own) => (takesOver(step) ? [own] : []));
  const dependents: number[][] = steps.map(() => []);
  const lapsing = new Map<number, readonly number[]>();
  const waits = steps.map((step, own) => {
    const before = new Set(step.after.map(position));
    // All move together or not at all, and a plan leaves out what goes without saying.
    if (takeovers.includes(own)) for (const approval of mayLapse) before.add(approval);
    for (const one of before) dependents[one]?.push(own);
    const found = mayLapse.filter((approval) => before.has(approval));
    if (found.length > 0) lapsing.set(own, found);
    return before.size;
  });
  const inside = (plan.handover?.inside ?? []).map(position);
  const closes = (plan.handover?.closes ?? []).map(position);
  return {
    steps,
    positions,
    dependents,
    waits,
    lapsing,
    takeovers,
    backFrom: plan.steps.length,
    opens: (plan.handover?.opens ?? []).map(position),
    inside,
    closes,
    insideOrClosing: new Set([...inside, ...closes]),
  };
}

/** Whether a lag may stand for a yes; nothing comes before it, so no circle comes of waiting. */
function isByLag({ action, after }: Step): boolean {
  return (
    action.verb === 'approve' && action.arguments.policy === 'lag-within-rpo' && after.length === 0
  );
}
