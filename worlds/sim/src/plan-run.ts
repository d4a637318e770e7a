import {
  begin,
  type Condition,
  clientsWaitFor,
  type Duration,
  type Durations,
  durationsOf,
  type Effect,
  type EndStatus,
  type EngineIntervals,
  epochOf,
  type Find,
  finder,
  type Json,
  lagName,
  type NewRecord,
  type Observation,
  type Plan,
  quantile,
  type RunEvent,
  type RunState,
  type Step,
  type Subject,
  step,
  type Timings,
  type Topology,
} from '@outrigger/recovery';
import { drawNames } from './draw-names.ts';
import { type DrawOfRun, DrawSource } from './sampler.ts';
import { isFenceUnproven, unproven } from './unproven-fence.ts';

/** What a plan is run with, besides a world's timings. */
export interface PlanRunOptions {
  readonly topology: Topology;
  readonly seed: number;
  /** Whether an attempt fails, after it has taken its time; none does if left out. */
  readonly fails?: (step: string, attempt: number, run: number) => boolean;
  /** By the name of a draw: what it is drawn from instead of what the world's timings say. */
  readonly instead?: ReadonlyMap<string, Duration>;
}

/** One thing that took time in a run; `step` is null for what is no step's. */
export interface Drawn {
  readonly step: string | null;
  readonly name: string;
  readonly ms: number;
  readonly duration: Duration;
}

/** One recovery, as the engine ran it. Times are ms from the failure, or from the planned start. */
export interface PlanRun {
  readonly run: number;
  /** `stuck`: a step has failed for good; only a person could move it on. */
  readonly status: EndStatus | 'stuck';
  /** Infinite where a run is stuck or was given up before. */
  readonly servedMs: number;
  readonly makespanMs: number;
  readonly pauseMs: number | null;
  /** When the last hold of a handover began. */
  readonly heldMs: number | null;
  /** When each step was done; a step that never was is not in it. */
  readonly ends: ReadonlyMap<string, number>;
  /** In the order in which they began, but for what comes after the last step. */
  readonly draws: readonly Drawn[];
  /** The journal after record 0. */
  readonly records: readonly NewRecord[];
  /** By store, how far its copies were behind; absent where none are looked at. */
  readonly lagsMs?: ReadonlyMap<string, number>;
  /** The plan that took the place of the first one; null or absent: none did. */
  readonly anew?: { readonly plan: Plan; readonly atMs: number } | null;
}

/**
 * Runs a plan through the real engine, event by event, in virtual time. The world does what it is
 * told: each action takes what is drawn under its step's id, then all that its check looks at is as
 * it should be. So what is tried here is the engine and its order of things, under the very draws
 * that `evaluate` uses of `graphOfPlan`; where nothing fails and nobody is asked both end at the
 * same ms.
 */
export function planRunner(
  plan: Plan,
  timings: Timings,
  options: PlanRunOptions,
): (run: number) => PlanRun {
  const world = new PlanWorld(plan, timings, options);
  return (run) => new Rehearsed(plan, world, run, options).finish();
}

/** Something that takes time in every run, made ready to be drawn. */
interface Drawable {
  readonly step: string | null;
  readonly name: string;
  readonly duration: Duration;
  readonly msOf: DrawOfRun;
}

/** A step with what its first attempt draws, and what is seen once it is done. */
interface PlannedStep {
  readonly step: Step;
  readonly first: Drawable;
  readonly facts: { readonly [fact: string]: Json };
}

/** What is the same for all runs of a plan. */
class PlanWorld {
  readonly durations: Durations;
  readonly intervals: EngineIntervals;
  /** Every run begins with this: a state is a value. */
  readonly first: RunState;
  /** Ids of the steps that clients wait for. */
  readonly waited: ReadonlySet<string>;
  private readonly source: DrawSource;
  private readonly find: Find;
  private readonly plan: Plan;
  private readonly kinds: Plan['kinds'];
  private readonly instead: ReadonlyMap<string, Duration>;
  private readonly planned: ReadonlyMap<string, PlannedStep>;

  constructor(plan: Plan, timings: Timings, { topology, seed, instead }: PlanRunOptions) {
    this.instead = instead ?? new Map();
    this.durations = durationsOf(plan, timings);
    this.source = new DrawSource(seed);
    this.find = finder(timings, plan);
    this.waited = new Set(clientsWaitFor(plan, timings).map(({ id }) => id));
    this.plan = plan;
    this.kinds = plan.kinds;
    const epoch = topology.epoch + (plan.takesEpoch ? 1 : 0);
    const observed = withoutLag(topology);
    this.first = begin({ run: '', epoch, plan, topology: observed, platformDigest: '' });
    this.planned = new Map(
      this.first.index.steps.map((each, index): [string, PlannedStep] => {
        const duration = this.durations.steps[index] ?? this.byVerb(each);
        const facts = isFenceUnproven(plan, each.action, timings.world)
          ? unproven
          : factsOf(each.check, epochOf(this.first, index));
        return [each.id, { step: each, first: this.drawable(each.id, each.id, duration), facts }];
      }),
    );
    const backoffMs = (name: 'backoff-short' | 'backoff-long') =>
      quantile((this.find(undefined, [name]) ?? none).distribution, 0.5);
    this.intervals = {
      // Nothing is polled and nobody loses patience: the world answers when the draw says so.
      pollMs: Number.POSITIVE_INFINITY,
      patienceMs: { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY },
      backoffMs: { short: backoffMs('backoff-short'), long: backoffMs('backoff-long') },
    };
  }

  /** The way back of a handover has no draws of the plan's: it is timed by its verbs. */
  private byVerb({ action }: Step): Duration {
    return this.find(this.kinds[action.component], [action.verb]) ?? none;
  }

  drawable(step: string | null, name: string, told: Duration): Drawable {
    const duration = this.instead.get(name) ?? told;
    return { step, name, duration, msOf: this.source.draw(name, duration) };
  }

  stepOf(id: string): PlannedStep {
    const found = this.planned.get(id);
    if (found === undefined) throw new Error(`the plan has no step ${id}`);
    return found;
  }

  attemptOf({ step: { id }, first }: PlannedStep, attempt: number): Drawable {
    if (attempt === 1) return first;
    return this.drawable(id, drawNames.attempt(id, attempt), first.duration);
  }

  /** A world that times no person answers as quickly as a policy. */
  answerTo(asked: string): Drawable {
    const person = this.find(undefined, ['person']);
    const { first, step } = this.stepOf(asked);
    if (person === undefined && step.action.verb === 'approve') return first;
    if (person === undefined) return this.drawable(asked, drawNames.person(asked), none);
    return this.drawable(asked, drawNames.person(asked), person);
  }

  /** How far the copies of a store are behind when it happens; null where no world has timed it. */
  lagMs(component: string, run: number): number | null {
    const lag = this.find(this.kinds[component], [lagName(this.plan, component)]);
    return lag === undefined ? null : this.source.draw(drawNames.lag(component), lag)(run);
  }
}

const none: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'assumed',
  source: 'no timing is known',
};

/** The lag is looked at when it is asked for: what record 0 says is of before the failure. */
export function withoutLag(topology: Topology): Topology {
  const data = Object.entries(topology.data).map(([name, each]) => [
    name,
    {
      ...each,
      lagMs: null,
      members: each.members.map((member) => ({ ...member, lagMs: null })),
    },
  ]);
  return { ...topology, data: Object.fromEntries(data) };
}

/** One run: the state of the engine, and what is due. */
class Rehearsed {
  private readonly plan: Plan;
  private readonly world: PlanWorld;
  private readonly run: number;
  private readonly fails: PlanRunOptions['fails'];
  private readonly records: NewRecord[] = [];
  private readonly draws: Drawn[] = [];
  /** Latest first, so that the next one is at the end; of the same ms the first that was added. */
  private readonly due: RunEvent[] = [];
  private readonly beginMs: number;
  private state: RunState;

  constructor(plan: Plan, world: PlanWorld, run: number, { fails }: PlanRunOptions) {
    this.plan = plan;
    this.world = world;
    this.run = run;
    this.fails = fails;
    this.state = world.first;
    const [detect] = world.durations.moments;
    this.beginMs = detect === undefined ? 0 : this.takeMoment(detect);
  }

  finish(): PlanRun {
    this.add({ type: 'started', now: this.beginMs });
    for (let event = this.due.pop(); event !== undefined; event = this.due.pop()) {
      const { state, effects } = step(this.state, event, this.world.intervals);
      this.state = state;
      for (const effect of effects) this.begin(effect, event.now);
    }
    return this.told();
  }

  private take({ step: id, name, duration, msOf }: Drawable): number {
    const ms = msOf(this.run);
    this.draws.push({ step: id, name, ms, duration });
    return ms;
  }

  private takeMoment(moment: Duration & { readonly id: string }): number {
    return this.take(this.world.drawable(null, moment.id, moment));
  }

  private add(event: RunEvent): void {
    const { due } = this;
    let at = due.length;
    for (; at > 0; at -= 1) {
      const before = due[at - 1];
      if (before === undefined || before.now > event.now) break;
      due[at] = before;
    }
    due[at] = event;
  }

  private begin(effect: Effect, now: number): void {
    switch (effect.type) {
      case 'append':
        for (const record of effect.records) this.records.push(record);
        break;
      case 'perform':
        this.perform(effect, now);
        break;
      case 'observe':
        this.observe(effect, now);
        break;
      case 'wait': {
        const { step: id, attempt, timer, forMs } = effect;
        if (forMs === Number.POSITIVE_INFINITY) break;
        this.add({ type: 'timer', now: now + forMs, step: id, attempt, timer });
        break;
      }
      case 'ask': {
        const { step: id } = effect.question;
        const at = now + this.take(this.world.answerTo(id));
        const said = { who: 'a person', when: '', why: 'a rehearsal' };
        this.add({ type: 'command', now: at, command: { kind: 'approve', step: id, ...said } });
        break;
      }
      case 'reject':
        throw new Error(`${effect.command.kind} was rejected: ${effect.why}`);
    }
  }

  private perform({ step: id, attempt }: Extract<Effect, { type: 'perform' }>, now: number): void {
    const performed = this.world.stepOf(id);
    const at = now + this.take(this.world.attemptOf(performed, attempt));
    const failed = this.fails?.(id, attempt, this.run) === true;
    const outcome = failed
      ? ({ kind: 'failed', why: 'made to fail' } as const)
      : ({ kind: 'done', at, facts: performed.facts } as const);
    this.add({ type: 'outcome', now: at, step: id, attempt, outcome });
  }

  private observe(effect: Extract<Effect, { type: 'observe' }>, now: number): void {
    const { step: id, attempt, subjects } = effect;
    const { first, step: observed, facts: done } = this.world.stepOf(id);
    const { action, guard } = observed;
    const isApproval = action.verb === 'approve';
    const at = isApproval ? now + this.take(first) : now;
    const isReady = this.lifeOf(id) === 'ready';
    const facts = isApproval
      ? { lagMs: this.world.lagMs(action.component, this.run) }
      : isReady
        ? factsOf(guard, this.state.epoch)
        : done;
    const observations = subjects.map(
      (subject: Subject): Observation => ({ subject, at, status: 'known', facts }),
    );
    this.add({ type: 'observed', now: at, step: id, attempt, observations });
  }

  private lifeOf(id: string): string {
    return this.state.lives.at(this.state.index.positions.get(id) ?? -1).is;
  }

  private told(): PlanRun {
    const { run, records, beginMs, plan, world, draws } = this;
    const ends = new Map<string, number>();
    for (const { event, monotonicMs } of records) {
      if (event.type === 'done' || event.type === 'approved') ends.set(event.step, monotonicMs);
    }
    let lastStep = beginMs;
    let makespanMs = beginMs;
    for (const { id } of plan.steps) {
      const end = ends.get(id) ?? Number.POSITIVE_INFINITY;
      makespanMs = Math.max(makespanMs, end);
      if (world.waited.has(id)) lastStep = Math.max(lastStep, end);
    }
    const { moments, firstWrite } = world.durations;
    let servedMs = lastStep;
    for (const moment of moments.slice(1)) servedMs += this.takeMoment(moment);
    return {
      run,
      status: this.state.ended ?? 'stuck',
      servedMs,
      makespanMs,
      ...pauseIn(plan, records, ends, () =>
        firstWrite === null ? 0 : this.takeMoment({ id: 'first-write', ...firstWrite }),
      ),
      ends,
      draws,
      records,
    };
  }
}

/** From the last hold to begin until the last release, and until a write is answered then. */
export function pauseIn(
  { handover }: Plan,
  records: readonly NewRecord[],
  ends: ReadonlyMap<string, number>,
  firstWriteMs: () => number,
): Pick<PlanRun, 'pauseMs' | 'heldMs'> {
  if (handover === null) return { pauseMs: null, heldMs: null };
  const never = Number.POSITIVE_INFINITY;
  const startOf = (id: string) =>
    records.find(({ event }) => event.type === 'performing' && event.step === id)?.monotonicMs;
  const heldMs = Math.max(...handover.opens.map((id) => startOf(id) ?? never));
  const lastOf = (ids: readonly string[]) => Math.max(...ids.map((id) => ends.get(id) ?? never));
  const returned = handover.back.filter(({ action }) => action.verb === 'release-writes');
  const isBack = returned.some(({ id }) => ends.has(id));
  const released = lastOf(isBack ? returned.map(({ id }) => id) : handover.closes);
  return { pauseMs: released - heldMs + firstWriteMs(), heldMs };
}

/** What conditions want to see, as if it were so. */
function factsOf(conditions: readonly Condition[], epoch: number): { [fact: string]: Json } {
  const facts: { [fact: string]: Json } = {};
  for (const { fact, is, value } of conditions) {
    const isEpoch =
      typeof value === 'object' && value !== null && 'run' in value && value.run === 'epoch';
    const wanted: Json = isEpoch ? epoch : (value as Json);
    const first = is === 'one-of' && Array.isArray(wanted) ? wanted[0] : wanted;
    facts[fact] = first ?? null;
  }
  return facts;
}
