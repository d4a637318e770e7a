import { type Facts, judge, subjectOf } from './conditions.ts';
import type { JournalRecord } from './journal.ts';
import type { Plan } from './plan.ts';
import { isGlobal } from './planner.ts';
import { replay } from './replay.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/** Whether a rule was kept, in words and a figure; the same shape as in a drill's report. */
export interface InvariantResult {
  readonly name: string;
  readonly title: string;
  readonly held: boolean;
  /** "7 of 7", "0 ms". */
  readonly figure: string;
  readonly detail: string;
}

/** A stretch in which one member acknowledged writes under one epoch: first to last ack, ms. */
export interface WritingSeen {
  readonly component: string;
  readonly member: string;
  readonly epoch: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** An effect as the world saw it. */
export interface EffectSeen {
  readonly run: string;
  readonly step: string;
  readonly epoch: number;
  readonly atMs: number;
  /** Whether the journal already said so when it happened. */
  readonly journaled: boolean;
}

export interface Evidence {
  /** The records of each run, in the order of the runs. */
  readonly runs: readonly (readonly JournalRecord[])[];
  readonly writings?: readonly WritingSeen[];
  readonly effects?: readonly EffectSeen[];
}

/** A run with its plan and what its journal says of each step. */
interface Told {
  readonly state: RunState;
  readonly plan: Plan;
  readonly records: readonly JournalRecord[];
}

/** The rules that every run keeps, in every world, checked from what was written and seen. */
export function checkInvariants(evidence: Evidence): readonly InvariantResult[] {
  const told: Told[] = [];
  const unread: string[] = [];
  for (const records of evidence.runs) {
    const replayed = replay(records);
    if (replayed.state === undefined) unread.push(replayed.refused);
    else told.push({ state: replayed.state, plan: replayed.state.plan, records });
  }
  return [
    oneWriter(told, evidence.writings ?? []),
    eachStep(told, fencedFirst),
    eachStep(told, trafficLast),
    eachStep(told, noLostControlPlane),
    eachStep(told, noGlobalControlPlane),
    eachStep(told, approvalBeforeLoss),
    eachStep(told, onlyCopyKept),
    eachStep(told, asksRatherThanGuesses),
    writesReleased(told),
    journalFirst(told, unread, evidence.effects ?? []),
  ];
}

function oneWriter(told: readonly Told[], writings: readonly WritingSeen[]): InvariantResult {
  const approved = withTwoWriters(told);
  let worst = { ms: 0, detail: '' };
  let held = true;
  for (const [index, one] of writings.entries()) {
    for (const other of writings.slice(index + 1)) {
      if (one.component !== other.component || one.member === other.member) continue;
      const ms = Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs);
      if (ms <= 0) continue;
      const allowed = approved.has(one.component);
      held &&= allowed;
      if (ms <= worst.ms) continue;
      const both = `${one.member} and ${other.member} both wrote ${one.component}`;
      worst = { ms, detail: allowed ? `${both}; a person approved that` : both };
    }
  }
  return {
    name: 'one-writer',
    title: 'Never two writers',
    held,
    figure: `${Math.round(worst.ms)} ms`,
    detail: worst.detail,
  };
}

/** Stores whose old writer was not proven stopped, and a person said yes to going on. */
function withTwoWriters(told: readonly Told[]): ReadonlySet<string> {
  const approved = new Set<string>();
  for (const { plan, records } of told) {
    const fences = new Map(
      plan.steps.flatMap(({ id, action }) =>
        action.verb === 'fence' ? [[id, action.component] as const] : [],
      ),
    );
    for (const { event } of records) {
      const component = event.type === 'approved' ? fences.get(String(event.step)) : undefined;
      if (component !== undefined) approved.add(component);
    }
  }
  return approved;
}

interface Rule {
  readonly name: string;
  readonly title: string;
  /** null: the rule says nothing of this step. Otherwise what is wrong, or '' when it was kept. */
  readonly judge: (step: Step, at: number, told: Told) => string | null;
}

/** Holds a rule against each step that was performed, at the record that says so. */
function eachStep(told: readonly Told[], rule: Rule): InvariantResult {
  let asked = 0;
  const broken: string[] = [];
  for (const one of told) {
    for (const [at, { event }] of one.records.entries()) {
      if (event.type !== 'performing' && event.type !== 'done') continue;
      if ((rule.name === 'asks-rather-than-guesses') !== (event.type === 'done')) continue;
      const position = one.state.index.positions.get(String(event.step));
      const step = position === undefined ? undefined : one.state.index.steps[position];
      if (step === undefined) continue;
      const said = rule.judge(step, at, one);
      if (said === null) continue;
      asked += 1;
      if (said !== '') broken.push(said);
    }
  }
  return {
    name: rule.name,
    title: rule.title,
    held: broken.length === 0,
    figure: `${asked - broken.length} of ${asked}`,
    detail: broken.join('; '),
  };
}

/** Whether a step was done, approved or skipped before this record. */
function settledBefore({ records }: Told, id: string, at: number): boolean {
  return records
    .slice(0, at)
    .some(({ event }) => event.step === id && ['done', 'approved', 'skipped'].includes(event.type));
}

const fencedFirst: Rule = {
  name: 'fenced-before-promotion',
  title: 'The old writer is fenced before another is promoted',
  judge: (step, at, told) => {
    const { arguments: given, component, verb } = step.action;
    if (verb !== 'promote' || given.fromMember === null || given.fromMember === given.member) {
      return null;
    }
    const fences = told.plan.steps.filter(
      ({ action }) => action.verb === 'fence' && action.component === component,
    );
    const isFenced = fences.length > 0 && fences.every(({ id }) => settledBefore(told, id, at));
    return isFenced ? '' : `${step.id} began before ${given.fromMember} was fenced`;
  },
};

const bringsData = new Set(['promote', 'transfer', 'detach-replication']);

/**
 * A warm standby serves with what it has and grows behind: so after a loss only what starts from
 * nothing has to be there, whatever the plan says of it. In a planned move nobody waits, and all of
 * the capacity comes first. What the plan has in the foreground comes first in any case.
 */
const trafficLast: Rule = {
  name: 'data-and-capacity-before-traffic',
  title: 'Data, and capacity where there was none, before traffic',
  judge: (step, at, told) => {
    const { region, verb } = step.action;
    if (verb !== 'admit') return null;
    const isFirst = ({ action, background }: Step): boolean => {
      if (bringsData.has(action.verb)) return !background;
      if (action.verb !== 'scale') return false;
      const startsHere = action.region === region && action.arguments.before === 0;
      const planned = told.plan.intent !== 'failover' && action.region === region;
      return !background || startsHere || planned;
    };
    const missing = told.plan.steps.find((one) => isFirst(one) && !settledBefore(told, one.id, at));
    return missing === undefined ? '' : `${step.id} came before ${missing.id}`;
  },
};

function lostRegionsOf({ plan, state }: Told): ReadonlySet<string> {
  const lost = new Set(state.topology.lost.regions);
  const { failure } = plan;
  if (plan.intent === 'failover' && failure?.zone === null) lost.add(failure.region);
  return lost;
}

const noLostControlPlane: Rule = {
  name: 'no-lost-control-plane',
  title: 'Nothing needs the lost region’s control plane',
  judge: (step, _at, told) => {
    const lost = lostRegionsOf(told);
    if (told.plan.intent !== 'failover') return null;
    const needed = step.controlPlanes.find((plane) => lost.has(plane.region));
    if (needed === undefined || isFlagged(told.plan, step)) return '';
    return `${step.id} needed ${needed.service} in ${needed.region}`;
  },
};

const noGlobalControlPlane: Rule = {
  name: 'no-global-control-plane',
  title: 'Nothing needs a global control plane',
  judge: (step, _at, { plan }) => {
    if (plan.intent !== 'failover') return null;
    const needed = step.controlPlanes.find(isGlobal);
    if (needed === undefined || isFlagged(plan, step)) return '';
    return `${step.id} needed ${needed.service}`;
  },
};

function isFlagged(plan: Plan, step: Step): boolean {
  return plan.redFlags.some((flag) => flag.startsWith(`${step.id} `));
}

const approvalBeforeLoss: Rule = {
  name: 'approval-before-loss',
  title: 'An approval before data may be lost',
  judge: (step, at, told) => {
    if (!step.mayLoseData || step.action.verb === 'approve') return null;
    const approvals = told.plan.steps.filter(
      ({ action }) => action.verb === 'approve' && action.component === step.action.component,
    );
    const given = approvals.filter(({ id }) => settledBefore(told, id, at));
    if (approvals.length > 0 && given.length === approvals.length) return '';
    return `${step.id} began without an approval`;
  },
};

const onlyCopyKept: Rule = {
  name: 'only-copy-kept',
  title: 'The only copy of a write is never destroyed',
  judge: (step, at, told) => {
    if (step.action.arguments.overwrite !== true) return null;
    const { component } = step.action;
    const member = String(step.action.arguments.member);
    const before = told.state.topology.data[component]?.members.find(({ id }) => id === member);
    if (before === undefined || before.state !== 'diverged' || before.salvaged) return '';
    const salvage = told.plan.steps.find(
      ({ action }) =>
        action.verb === 'salvage' &&
        action.component === component &&
        action.arguments.member === member,
    );
    if (salvage !== undefined && settledBefore(told, salvage.id, at)) return '';
    return `${step.id} overwrote ${member}, which was not salvaged`;
  },
};

/** What counts as done was seen to be so; a fence without proof was put to a person. */
const asksRatherThanGuesses: Rule = {
  name: 'asks-rather-than-guesses',
  title: 'It asks rather than guesses',
  judge: (step, at, told) => {
    const event = told.records[at]?.event;
    if (event === undefined) return null;
    const { by, facts } = event;
    if (by === 'policy') {
      const { policy } = step.action.arguments;
      if (policy === 'ask') return `${step.id} was not asked`;
      // Only a lag that was measured may stand for a person's yes.
      if (policy !== 'lag-within-rpo') return '';
    }
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
      return `${step.id} was done without a fact`;
    }
    const position = told.state.index.positions.get(step.id) ?? 0;
    const epoch = told.state.epoch + (position >= told.state.index.backFrom ? 1 : 0);
    const known: Facts = Object.fromEntries(Object.entries(facts));
    const subject = subjectOf(step.action);
    const seen = { subject, at: 0, status: 'known' as const, facts: known };
    const verdict = judge(step.check, [seen], { notBefore: 0, epoch });
    return verdict.kind === 'met' ? '' : `${step.id} was done, yet ${verdict.why}`;
  },
};

function writesReleased(told: readonly Told[]): InvariantResult {
  let held = 0;
  const left: string[] = [];
  for (const one of told) {
    const { handover } = one.plan;
    const end = one.records.length;
    if (handover === null) continue;
    const opened = handover.opens.some((id) =>
      one.records.some(({ event }) => event.type === 'performing' && event.step === id),
    );
    if (!opened || one.state.ended === null) continue;
    held += 1;
    const back = handover.back.filter(({ action }) => action.verb === 'release-writes');
    const forward = handover.closes.every((id) => settledBefore(one, id, end));
    const returned = back.length > 0 && back.every(({ id }) => settledBefore(one, id, end));
    if (!forward && !returned) left.push(`${one.records[0]?.run} left writes held`);
  }
  return {
    name: 'writes-released',
    title: 'Writes are never left held',
    held: left.length === 0,
    figure: `${held - left.length} of ${held}`,
    detail: left.join('; '),
  };
}

function journalFirst(
  told: readonly Told[],
  unread: readonly string[],
  effects: readonly EffectSeen[],
): InvariantResult {
  const wrong = effects.filter(({ journaled }) => !journaled);
  const detail = [
    ...unread.map((why) => `a journal can't be replayed: ${why}`),
    ...wrong.map(({ run, step }) => `${step} of ${run} took effect before it was journaled`),
  ];
  const count = told.length + unread.length;
  return {
    name: 'journal-before-effect',
    title: 'Every effect was journaled first',
    held: detail.length === 0,
    figure:
      effects.length > 0
        ? `${effects.length - wrong.length} of ${effects.length}`
        : `${told.length} of ${count}`,
    detail: detail.join('; '),
  };
}
