import {
  type Estimate,
  estimate,
  type MomentEstimate,
  type Plan,
  type StepEstimate,
} from '@outrigger/recovery';
import type { AwsPhase, AwsPrediction, AwsSource } from '@outrigger/report';
import { awsTimings } from '@outrigger/sim';

/** A phase of the drill with the plan that it ran. */
export interface PhasePlan {
  readonly phase: string;
  readonly plan: Plan;
}

/**
 * What the very plans of a drill would take on AWS: predicted from documents and assumptions, told
 * with both, and never beside what the lab measured. The one that is told first is the worst loss;
 * without a loss, the longest move. Null when the drill ran no plan.
 */
export function awsPrediction(ran: readonly PhasePlan[]): AwsPrediction | null {
  const estimated = ran.map(({ phase, plan }) => ({
    plan,
    estimate: estimate(plan, awsTimings),
    phase,
  }));
  const phases = estimated.map((each) => phaseOf(each.phase, each.plan, each.estimate));
  const losses = phases.filter((_, index) => estimated[index]?.plan.intent === 'failover');
  const first = longest(losses) ?? longest(phases);
  if (first === null) return null;
  const { phase, rtoMs, p90Ms, objectiveMs, mostly } = first;
  const sources = sourcesOf(estimated.map((each) => each.estimate));
  return { phase, rtoMs, p90Ms, objectiveMs, mostly, phases, sources };
}

function longest(phases: readonly AwsPhase[]): AwsPhase | null {
  return phases.reduce<AwsPhase | null>(
    (worst, each) => (worst === null || each.rtoMs > worst.rtoMs ? each : worst),
    null,
  );
}

function phaseOf(phase: string, plan: Plan, predicted: Estimate): AwsPhase {
  // As in the lab: a planned move is held against how long writes pause.
  const { p50, p90 } = predicted.pauseMs ?? predicted.servedMs;
  return {
    phase,
    rtoMs: p50,
    p90Ms: p90,
    objectiveMs: plan.objective?.rtoMs ?? null,
    mostly: mostlyOf(plan, predicted),
    assumedShare: predicted.assumedShare,
  };
}

/** Parts of a recovery as a person speaks of them. */
const partWords: Readonly<Record<string, string>> = {
  detect: 'noticing it',
  serve: 'clients that come again',
  forget: 'clients that keep the old address',
  promote: 'the promotion of the database',
  await: 'the managed failover of the database',
  transfer: 'the handover of the database',
  scale: 'starting nodes and pods',
  admit: 'moving the traffic',
  'attach-replication': 'building a new copy',
  rejoin: 'building the old copy anew',
  restore: 'restoring a backup',
  salvage: 'keeping what the lost side had',
};

/** What takes more than half of the way to the last served client; null when nothing does. */
function mostlyOf(plan: Plan, predicted: Estimate): string | null {
  const within = new Set(
    plan.handover === null
      ? predicted.criticalPath
      : [...plan.handover.inside, ...plan.handover.closes],
  );
  const verbs = new Map(plan.steps.map((step) => [step.id, step.action.verb]));
  const byVerb = new Map<string, number>();
  for (const { id, expectedMs } of predicted.moments) {
    const verb = id === 'ttl' ? 'forget' : id;
    byVerb.set(verb, (byVerb.get(verb) ?? 0) + expectedMs);
  }
  for (const step of predicted.steps) {
    const verb = verbs.get(step.id);
    if (!within.has(step.id) || verb === undefined) continue;
    // Steps of one stage go on at the same time: outside the critical path only the longest counts.
    const before = byVerb.get(verb) ?? 0;
    byVerb.set(
      verb,
      plan.handover === null ? before + step.expectedMs : Math.max(before, step.expectedMs),
    );
  }
  const whole = [...byVerb.values()].reduce((sum, each) => sum + each, 0);
  const [verb, ms] = [...byVerb].reduce((most, each) => (each[1] > most[1] ? each : most), [
    '',
    0,
  ] as [string, number]);
  return ms * 2 > whole ? (partWords[verb] ?? null) : null;
}

/** Each source once, with the steps that rest on it: documents first. */
function sourcesOf(estimates: readonly Estimate[]): AwsSource[] {
  const sources = new Map<string, AwsSource & { readonly steps: string[] }>();
  const add = ({ id, basis, source }: StepEstimate | MomentEstimate): void => {
    const known = sources.get(`${basis} ${source}`) ?? { basis, source, steps: [] };
    if (!known.steps.includes(id)) known.steps.push(id);
    sources.set(`${basis} ${source}`, known);
  };
  for (const { moments, steps } of estimates) for (const each of [...moments, ...steps]) add(each);
  const rank = { measured: 0, documented: 1, assumed: 2 } as const;
  return [...sources.values()].sort((left, right) => rank[left.basis] - rank[right.basis]);
}
