import type { Json } from './action.ts';
import { type Facts, judge, subjectOf } from './conditions.ts';
import { isGlobal } from './control-planes.ts';
import type { JournalRecord } from './journal.ts';
import type { Plan } from './plan.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import { isPlan, isTopology } from './replay.ts';
import type { Step } from './step.ts';
import type { Topology } from './topology.ts';

/**
 * Members that another took over from, and that no salvage has kept since: each may hold the only
 * copy of a write, whatever a later run was told of it.
 */
export type Replaced = Set<string>;

/** What a rule was held against, and what was wrong. */
export interface RuleHeld {
  readonly name: string;
  readonly title: string;
  asked: number;
  readonly broken: string[];
}

/**
 * A run as its journal tells it, record by record: each is held against the rules that a step keeps
 * when it is performed, or when it counts as done.
 */
export class ToldRun {
  readonly run: string;
  readonly epoch: number;
  readonly plan: Plan;
  readonly topology: Topology;
  readonly index: PlanIndex;
  readonly rules: readonly RuleHeld[];
  /** Stores whose fence proved nothing, and a person said yes to going on. */
  readonly twoWritersApproved = new Set<string>();
  /** Approvals that a lag stood for: what it was, and when, by the clock of whoever drives. */
  private readonly byLag = new Map<string, { readonly lagMs: number; readonly atMs: number }>();
  private readonly performed = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly kept = new Set<string>();
  private readonly replaced: Replaced;
  private isEnded = false;

  private constructor(
    first: JournalRecord,
    plan: Plan,
    topology: Topology,
    replaced: Replaced = new Set(),
  ) {
    this.replaced = replaced;
    for (const { members, writer } of Object.values(topology.data)) {
      for (const { id, salvaged, state } of members) {
        // What is gone, was kept, or is followed by the others has nothing that they lack.
        if (state === 'absent' || salvaged || id === writer) replaced.delete(id);
      }
    }
    this.run = first.run;
    this.epoch = first.epoch;
    this.plan = plan;
    this.topology = topology;
    this.index = indexOf(plan);
    this.rules = stepRules.map(({ name, title }) => ({ name, title, asked: 0, broken: [] }));
  }

  /** Null: record 0 holds no run. `replaced`: by the runs before it, and then by this one too. */
  static of(first: JournalRecord, replaced?: Replaced): ToldRun | null {
    const { plan, topology, type } = first.event;
    if (type !== 'started' || !isPlan(plan) || !isTopology(topology)) return null;
    return new ToldRun(first, plan, topology, replaced);
  }

  /** Which rules the next record breaks. */
  add({ event, monotonicMs }: JournalRecord): readonly RuleBroken[] {
    const broken: RuleBroken[] = [];
    const step = this.stepOf(event.step);
    if (step !== null && (event.type === 'performing' || event.type === 'done')) {
      for (const [index, rule] of stepRules.entries()) {
        if (rule.of !== event.type) continue;
        const detail = rule.judge(step, this, event, monotonicMs);
        const held = this.rules[index];
        if (detail === null || held === undefined) continue;
        held.asked += 1;
        if (detail === '') continue;
        held.broken.push(detail);
        broken.push({ name: rule.name, detail });
      }
    }
    this.note(event.type, step);
    this.noteLag(event, step, monotonicMs);
    return broken;
  }

  private noteLag(event: JournalRecord['event'], step: Step | null, atMs: number): void {
    if (event.type === 'taken-over') {
      // Another's clock can't tell how long ago that was.
      for (const [id, one] of this.byLag) {
        this.byLag.set(id, { ...one, atMs: Number.NEGATIVE_INFINITY });
      }
    }
    if (step === null || step.action.verb !== 'approve') return;
    const lagMs = factsIn(event.facts)?.lagMs;
    if (event.type === 'done' && typeof lagMs === 'number') {
      this.byLag.set(step.id, { lagMs, atMs });
    } else this.byLag.delete(step.id);
  }

  private note(type: string, step: Step | null): void {
    if (type === 'ended') this.isEnded = true;
    if (step === null) return;
    if (type === 'performing') this.performed.add(step.id);
    if (type === 'done') this.noteCopies(step);
    if (type === 'done' || type === 'approved' || type === 'skipped') this.settled.add(step.id);
    if (type === 'lapsed') this.settled.delete(step.id);
    if (type === 'approved' && step.action.verb === 'fence') {
      this.twoWritersApproved.add(step.action.component);
    }
  }

  private noteCopies({ action }: Step): void {
    const { fromMember, member } = action.arguments;
    if (action.verb === 'salvage') {
      this.kept.add(String(member));
      this.replaced.delete(String(member));
    }
    const takesOver = action.verb === 'promote' || action.verb === 'detach-replication';
    if (takesOver && typeof fromMember === 'string' && fromMember !== member) {
      this.replaced.add(fromMember);
    }
  }

  /** Whether a member may have what no other has, and nothing of it was put aside. */
  mayHoldOnlyCopy(component: string, member: string): boolean {
    if (this.kept.has(member)) return false;
    const before = this.topology.data[component]?.members.find(({ id }) => id === member);
    if (before?.salvaged === true) return false;
    return this.replaced.has(member) || before?.state === 'diverged';
  }

  private stepOf(id: Json | undefined): Step | null {
    const position = typeof id === 'string' ? this.index.positions.get(id) : undefined;
    return position === undefined ? null : (this.index.steps[position] ?? null);
  }

  /** What may be lost by now of what this step was approved for by a lag, ms; null: it was not. */
  lostMsMax({ id }: Step, nowMs: number): number | null {
    const found = this.byLag.get(id);
    return found === undefined ? null : found.lagMs + nowMs - found.atMs;
  }

  /** Whether any of these steps has begun. */
  hasBegun(positions: readonly number[]): boolean {
    return positions.some((position) => this.performed.has(this.index.steps[position]?.id ?? ''));
  }

  /** Done, approved or skipped so far. */
  isSettled(id: string): boolean {
    return this.settled.has(id);
  }

  /** Null: it has not ended, or held no writes. Otherwise whether it released them. */
  releasedWrites(): boolean | null {
    const { handover } = this.plan;
    if (handover === null || !this.isEnded) return null;
    if (!handover.opens.some((id) => this.performed.has(id))) return null;
    const back = handover.back.filter(({ action }) => action.verb === 'release-writes');
    const forward = handover.closes.every((id) => this.isSettled(id));
    return forward || (back.length > 0 && back.every(({ id }) => this.isSettled(id)));
  }
}

/** What each rule was held against in all of these runs. */
export function heldRules(told: readonly ToldRun[]): readonly RuleHeld[] {
  return stepRules.map(({ name, title }, index) => {
    const held = told.map(({ rules }) => rules[index]);
    const asked = held.reduce((sum, one) => sum + (one?.asked ?? 0), 0);
    return { name, title, asked, broken: held.flatMap((one) => one?.broken ?? []) };
  });
}

export interface RuleBroken {
  readonly name: string;
  readonly detail: string;
}

interface StepRule {
  readonly name: string;
  readonly title: string;
  /** The record at which a step is held against it. */
  readonly of: 'performing' | 'done';
  /** null: the rule says nothing of this step. Otherwise what is wrong, or '' when it was kept. */
  readonly judge: (
    step: Step,
    told: ToldRun,
    event: JournalRecord['event'],
    /** When, by the clock of whoever wrote it. */
    atMs: number,
  ) => string | null;
}

const fencedFirst: StepRule = {
  name: 'fenced-before-promotion',
  title: 'The old writer is fenced before another is promoted',
  of: 'performing',
  judge: (step, told) => {
    const { arguments: given, component, verb } = step.action;
    if (verb !== 'promote' || given.fromMember === null || given.fromMember === given.member) {
      return null;
    }
    const fences = told.plan.steps.filter(
      ({ action }) => action.verb === 'fence' && action.component === component,
    );
    const isFenced = fences.length > 0 && fences.every(({ id }) => told.isSettled(id));
    return isFenced ? '' : `${step.id} began before ${given.fromMember} was fenced`;
  },
};

const bringsData = new Set(['promote', 'transfer', 'detach-replication', 'restore', 'rebuild']);

/**
 * A warm standby serves with what it has and grows behind: so after a loss only what starts from
 * nothing has to be there, whatever the plan says of it. In a planned move nobody waits, and all of
 * the capacity comes first. What the plan has in the foreground comes first in any case.
 */
const trafficLast: StepRule = {
  name: 'data-and-capacity-before-traffic',
  title: 'Data, and capacity where there was none, before traffic',
  of: 'performing',
  judge: (step, told) => {
    const { region, verb } = step.action;
    if (verb !== 'admit') return null;
    const isFirst = ({ action, background }: Step): boolean => {
      if (bringsData.has(action.verb)) return !background;
      if (action.verb !== 'scale') return false;
      const startsHere = action.region === region && action.arguments.before === 0;
      const planned = told.plan.intent !== 'failover' && action.region === region;
      return !background || startsHere || planned;
    };
    const missing = told.plan.steps.find((one) => isFirst(one) && !told.isSettled(one.id));
    return missing === undefined ? '' : `${step.id} came before ${missing.id}`;
  },
};

function lostRegionsOf({ plan, topology }: ToldRun): ReadonlySet<string> {
  const lost = new Set(topology.lost.regions);
  const { failure } = plan;
  if (plan.intent === 'failover' && failure?.zone === null) lost.add(failure.region);
  return lost;
}

const noLostControlPlane: StepRule = {
  name: 'no-lost-control-plane',
  title: 'Nothing needs the lost region’s control plane',
  of: 'performing',
  judge: (step, told) => {
    const lost = lostRegionsOf(told);
    if (told.plan.intent !== 'failover') return null;
    const needed = step.controlPlanes.find((plane) => lost.has(plane.region));
    if (needed === undefined || isFlagged(told.plan, step)) return '';
    return `${step.id} needed ${needed.service} in ${needed.region}`;
  },
};

const noGlobalControlPlane: StepRule = {
  name: 'no-global-control-plane',
  title: 'Nothing needs a global control plane',
  of: 'performing',
  judge: (step, { plan }) => {
    if (plan.intent !== 'failover') return null;
    const needed = step.controlPlanes.find(isGlobal);
    if (needed === undefined || isFlagged(plan, step)) return '';
    return `${step.id} needed ${needed.service}`;
  },
};

function isFlagged(plan: Plan, step: Step): boolean {
  return plan.redFlags.some((flag) => flag.startsWith(`${step.id} `));
}

const approvalBeforeLoss: StepRule = {
  name: 'approval-before-loss',
  title: 'An approval before data may be lost',
  of: 'performing',
  judge: (step, told, _event, atMs) => {
    if (!step.mayLoseData || step.action.verb === 'approve') return null;
    const approvals = told.plan.steps.filter(
      ({ action }) => action.verb === 'approve' && action.component === step.action.component,
    );
    const given = approvals.filter(({ id }) => told.isSettled(id));
    if (approvals.length === 0 || given.length < approvals.length) {
      return `${step.id} began without an approval`;
    }
    // Once one store moves, the others follow.
    if (told.hasBegun(told.index.takeovers)) return '';
    const lapsed = given.find((one) => {
      const lostMsMax = told.lostMsMax(one, atMs);
      return lostMsMax !== null && lostMsMax > Number(one.action.arguments.rpoMs);
    });
    return lapsed === undefined ? '' : `${step.id} began when ${lapsed.id} counted no more`;
  },
};

/** What makes a member a copy of another, and so takes from it whatever it alone had. */
const copiesOver = new Set(['rejoin', 'attach-replication']);

/**
 * By what journals tell of a member up to then, not only by what its run's beginning was told: a
 * member that another took over from since is no less diverged for it.
 */
const onlyCopyKept: StepRule = {
  name: 'only-copy-kept',
  title: 'The only copy of a write is never destroyed',
  of: 'performing',
  judge: (step, told) => {
    const { arguments: given, component, verb } = step.action;
    const member = String(given.member);
    const isAtRisk = copiesOver.has(verb) && told.mayHoldOnlyCopy(component, member);
    if (isAtRisk) return `${step.id} overwrote ${member}, which was not salvaged`;
    return given.overwrite === true ? '' : null;
  },
};

function factsIn(facts: Json | undefined): Facts | null {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null;
  return Object.fromEntries(Object.entries(facts));
}

/** What counts as done was seen to be so; a fence without proof was put to a person. */
const asksRatherThanGuesses: StepRule = {
  name: 'asks-rather-than-guesses',
  title: 'It asks rather than guesses',
  of: 'done',
  judge: (step, told, { by, facts }) => {
    if (by === 'policy') {
      const { policy } = step.action.arguments;
      if (policy === 'ask') return `${step.id} was not asked`;
      // Only a lag that was measured may stand for a person's yes.
      if (policy !== 'lag-within-rpo') return '';
    }
    const known = factsIn(facts);
    if (known === null) return `${step.id} was done without a fact`;
    const position = told.index.positions.get(step.id) ?? 0;
    const epoch = told.epoch + (position >= told.index.backFrom ? 1 : 0);
    const subject = subjectOf(step.action);
    const seen = { subject, at: 0, status: 'known' as const, facts: known };
    const verdict = judge(step.check, [seen], { notBefore: 0, epoch });
    return verdict.kind === 'met' ? '' : `${step.id} was done, yet ${verdict.why}`;
  },
};

const stepRules: readonly StepRule[] = [
  fencedFirst,
  trafficLast,
  noLostControlPlane,
  noGlobalControlPlane,
  approvalBeforeLoss,
  onlyCopyKept,
  asksRatherThanGuesses,
];
