import {
  begin,
  type Condition,
  type Duration,
  type Durations,
  durationsOf,
  type Effect,
  type EndStatus,
  type EngineIntervals,
  finder,
  type Json,
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
import { DrawSource } from './sampler.ts';
import { drawOf } from './units.ts';

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

/** What is the same for all runs of a plan. */
class PlanWorld {
  readonly durations: Durations;
  readonly intervals: EngineIntervals;
  readonly topology: Topology;
  private readonly source: DrawSource;
  private readonly byStep: ReadonlyMap<string, Duration>;
  private readonly find: ReturnType<typeof finder>;
  private readonly kinds: Plan['kinds'];
  private readonly instead: ReadonlyMap<string, Duration>;

  constructor(plan: Plan, timings: Timings, { topology, seed, instead }: PlanRunOptions) {
    this.instead = instead ?? new Map();
    this.durations = durationsOf(plan, timings);
    this.source = new DrawSource(seed);
    this.find = finder(timings);
    this.kinds = plan.kinds;
    this.topology = withoutLag(topology);
    this.byStep = new Map(
      plan.steps.map(({ id }, index) => [id, this.durations.steps[index] ?? none]),
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

  draw(step: string | null, name: string, told: Duration, run: number): Drawn {
    const duration = this.instead.get(name) ?? told;
    return { step, name, ms: this.source.drawMs(name, drawOf(duration), run), duration };
  }

  /** The way back of a handover has no draws of the plan's: it is timed by its verbs. */
  ofStep({ id, action }: Step, attempt: number, run: number): Drawn {
    const duration = this.byStep.get(id) ?? this.find(this.kinds[action.component], [action.verb]);
    return this.draw(id, drawNames.attempt(id, attempt), duration ?? none, run);
  }

  /** A world that times no person answers as quickly as a policy. */
  ofAnswer(asked: Step, run: number): Drawn {
    const person = this.find(undefined, ['person']);
    if (person === undefined) return this.ofStep(asked, 1, run);
    return this.draw(asked.id, drawNames.person(asked.id), person, run);
  }

  /** How far the copies of a store are behind when it happens; null where no world has timed it. */
  lagMs(component: string, run: number): number | null {
    const lag = this.find(this.kinds[component], ['lag']);
    return lag === undefined ? null : this.draw(null, drawNames.lag(component), lag, run).ms;
  }
}

const none: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'assumed',
  source: 'no timing is known',
};

/** The lag is looked at when it is asked for: what record 0 says is of before the failure. */
function withoutLag(topology: Topology): Topology {
  const data = Object.entries(topology.data).map(([name, each]) => [
    name,
    { ...each, lagMs: null },
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
    const { topology } = world;
    const epoch = topology.epoch + (plan.takesEpoch ? 1 : 0);
    this.state = begin({ run: `run-${run}`, epoch, plan, topology, platformDigest: '' });
    const [detect] = world.durations.moments;
    this.beginMs = detect === undefined ? 0 : this.take(world.draw(null, detect.id, detect, run));
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

  private take(drawn: Drawn): number {
    this.draws.push(drawn);
    return drawn.ms;
  }

  private add(event: RunEvent): void {
    if (event.now === Number.POSITIVE_INFINITY) return;
    let at = this.due.length;
    while (at > 0 && (this.due[at - 1]?.now ?? 0) <= event.now) at -= 1;
    this.due.splice(at, 0, event);
  }

  private begin(effect: Effect, now: number): void {
    switch (effect.type) {
      case 'append':
        this.records.push(...effect.records);
        break;
      case 'perform':
        this.perform(effect, now);
        break;
      case 'observe':
        this.observe(effect, now);
        break;
      case 'wait': {
        const { step: id, attempt, timer, forMs } = effect;
        this.add({ type: 'timer', now: now + forMs, step: id, attempt, timer });
        break;
      }
      case 'ask': {
        const { step: id } = effect.question;
        const at = now + this.take(this.world.ofAnswer(this.stepOf(id), this.run));
        const said = { who: 'a person', when: '', why: 'a rehearsal' };
        this.add({ type: 'command', now: at, command: { kind: 'approve', step: id, ...said } });
        break;
      }
      case 'reject':
        throw new Error(`${effect.command.kind} was rejected: ${effect.why}`);
    }
  }

  private perform(effect: Extract<Effect, { type: 'perform' }>, now: number): void {
    const { step: id, attempt, epoch } = effect;
    const performed = this.stepOf(id);
    const at = now + this.take(this.world.ofStep(performed, attempt, this.run));
    const failed = this.fails?.(id, attempt, this.run) === true;
    const outcome = failed
      ? ({ kind: 'failed', why: 'made to fail' } as const)
      : ({ kind: 'done', at, facts: factsOf(performed.check, epoch) } as const);
    this.add({ type: 'outcome', now: at, step: id, attempt, outcome });
  }

  private observe(effect: Extract<Effect, { type: 'observe' }>, now: number): void {
    const { step: id, attempt, subjects } = effect;
    const observed = this.stepOf(id);
    const { action, guard, check } = observed;
    const isApproval = action.verb === 'approve';
    const at = isApproval ? now + this.take(this.world.ofStep(observed, 1, this.run)) : now;
    const isReady = this.lifeOf(id) === 'ready';
    const facts = isApproval
      ? { lagMs: this.world.lagMs(action.component, this.run) }
      : factsOf(isReady ? guard : check, this.state.epoch);
    const observations = subjects.map(
      (subject: Subject): Observation => ({ subject, at, status: 'known', facts }),
    );
    this.add({ type: 'observed', now: at, step: id, attempt, observations });
  }

  private stepOf(id: string): Step {
    const found = this.state.index.steps[this.state.index.positions.get(id) ?? -1];
    if (found === undefined) throw new Error(`the plan has no step ${id}`);
    return found;
  }

  private lifeOf(id: string): string {
    return this.state.lives.at(this.state.index.positions.get(id) ?? -1).is;
  }

  private told(): PlanRun {
    const { run, records, beginMs, plan, world, draws } = this;
    const ends = new Map<string, number>();
    const starts = new Map<string, number>();
    for (const { event, monotonicMs } of records) {
      if (event.type === 'performing' && !starts.has(event.step)) {
        starts.set(event.step, monotonicMs);
      }
      if (event.type === 'done' || event.type === 'approved') ends.set(event.step, monotonicMs);
    }
    const lastEnd = (steps: readonly Step[]) =>
      steps.reduce(
        (last, { id }) => Math.max(last, ends.get(id) ?? Number.POSITIVE_INFINITY),
        beginMs,
      );
    const drawn = (each: Duration & { readonly id: string }) =>
      this.take(world.draw(null, each.id, each, run));
    const { moments, firstWrite } = world.durations;
    const lastStep = lastEnd(plan.steps.filter(({ background }) => !background));
    const servedMs = moments.slice(1).reduce((sum, each) => sum + drawn(each), lastStep);
    const { opens = [], closes = [] } = plan.handover ?? {};
    const heldMs = Math.max(...opens.map((id) => starts.get(id) ?? Number.POSITIVE_INFINITY));
    const released = Math.max(...closes.map((id) => ends.get(id) ?? Number.POSITIVE_INFINITY));
    const answered = firstWrite === null ? 0 : drawn({ id: 'first-write', ...firstWrite });
    return {
      run,
      status: this.state.ended ?? 'stuck',
      servedMs,
      makespanMs: lastEnd(plan.steps),
      pauseMs: plan.handover === null ? null : released - heldMs + answered,
      heldMs: plan.handover === null ? null : heldMs,
      ends,
      draws,
      records,
    };
  }
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
