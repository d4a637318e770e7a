import { planFor } from '@outrigger/components';
import { dataComponents, type Platform } from '@outrigger/model';
import {
  type Action,
  begin,
  type Command,
  clientsWaitFor,
  type Duration,
  durationsOf,
  type Effect,
  type Loss,
  type NewRecord,
  type Observation,
  type Plan,
  type RunEvent,
  type RunState,
  step,
  type Topology,
  untimed,
  type Verb,
  type Writing,
} from '@outrigger/recovery';
import { drawNames } from '../draw-names.ts';
import { type Drawn, type PlanRun, pauseIn, withoutLag } from '../plan-run.ts';
import { DrawSource } from '../sampler.ts';
import { toMs } from '../units.ts';
import { fenced } from '../unproven-fence.ts';
import { Changed, type Changes, type Making } from './changes.ts';
import type { Disturbance, Interference, Running, Taken } from './disturbance.ts';
import { RunDraws } from './figure.ts';
import type { WorldTimings } from './own-figures.ts';
import { placeLost } from './place-lost.ts';
import { type SimRun, simRun } from './sim-world.ts';
import { endsIn, endUntil } from './step-ends.ts';

export interface WorldRunOptions {
  readonly plan: Plan;
  readonly platform: Platform;
  readonly topology: Topology;
  readonly timings: WorldTimings;
  readonly seed: number;
  readonly disturbances: readonly Disturbance[];
  /** What is tried, for what it is worth. */
  readonly changes?: Changes;
}

/** One recovery in the simulated world, with what befell it. */
export interface WorldRun extends PlanRun {
  /** By store: how far the copy that takes over was behind when its writer stopped, ms. */
  readonly lagsMs: ReadonlyMap<string, number>;
  /** By disturbance: how often it struck. */
  readonly befell: ReadonlyMap<string, number>;
  /** What of all requests failed until clients were served; null: all of them. */
  readonly failingShare: number | null;
  /** How often a person had to say that a failed step is to be tried again. */
  readonly interventions: number;
  /** Who acknowledged writes, and when. */
  readonly writings: readonly Writing[];
  /** Where more was lost than was known: the plan that came after. */
  readonly anew: PlannedAnew | null;
  /** What the platform was made to do that it never should. */
  readonly violations: readonly string[];
}

/** A plan that took the place of another, while that one ran. */
export interface PlannedAnew {
  readonly plan: Plan;
  readonly topology: Topology;
  readonly epoch: number;
  /** When it began, ms. */
  readonly atMs: number;
  /** How many records are of the run before. */
  readonly recordsBefore: number;
}

/**
 * No duration of any world: where a simulated run ends, so that one that can't get through does not
 * go on for ever. Nobody goes on for a week with a plan that fails.
 */
export const givenUpMs = toMs(7 * 24, 'h');

/**
 * Runs a plan through the real engine in the simulated world: what its checks see is what is so
 * there, what is asked is answered by a person, and whatever disturbs it does.
 */
export function worldRunner(options: WorldRunOptions): (run: number) => WorldRun {
  const source = new DrawSource(options.seed);
  return (run) => new Recovery(options, new RunDraws(source, run)).finish();
}

class Recovery {
  private readonly options: WorldRunOptions;
  private readonly draws: RunDraws;
  private readonly sim: SimRun;
  private readonly changed: Changed;
  private readonly interferences: readonly Interference[];
  private readonly lagsMs = new Map<string, number>();
  private readonly befell = new Map<string, number>();
  private readonly records: NewRecord[] = [];
  /** By step: for whom it waited, and how long. */
  private readonly persons: Drawn[] = [];
  private readonly detect: Drawn | null;
  private interventions = 0;
  private anew: PlannedAnew | null = null;
  private running: Running;
  private state: RunState;

  constructor(options: WorldRunOptions, draws: RunDraws) {
    const { changes, disturbances, plan, platform, seed, timings, topology } = options;
    this.options = options;
    this.draws = draws;
    this.changed = new Changed(changes ?? new Map());
    this.sim = simRun({
      platform,
      topology,
      timings,
      seed,
      draws,
      during: plan,
      changed: this.changed,
    });
    const epoch = topology.epoch + (plan.takesEpoch ? 1 : 0);
    const run = `run-${draws.run}`;
    this.state = begin({ run, epoch, plan, topology: withoutLag(topology), platformDigest: '' });
    this.running = { plan, lostAtMs: 0 };
    this.interferences = this.sim.disturb(disturbances, {
      plan,
      running: () => this.running,
      befalls: (name) => this.befell.set(name, (this.befell.get(name) ?? 0) + 1),
      spreads: (loss) => this.spread(loss),
    });
    const isThere = this.interferences.some((each) => each.isThere === true);
    const lost = placeLost(plan);
    if (lost !== null && !isThere) this.sim.memory.lose(lost.loss);
    // Those too that no plan moves: what every region writes is behind as well.
    for (const { name } of dataComponents(platform)) {
      this.lagsMs.set(name, this.sim.pace.lagMs(name));
    }
    this.detect = this.detected();
  }

  finish(): WorldRun {
    const { time } = this.sim.memory;
    const { run } = this.state;
    time.at(this.detect?.ms ?? 0, () => this.post(run, { type: 'started', now: time.now() }));
    time.run(() => this.state.ended !== null || time.now() > givenUpMs);
    return this.told();
  }

  private get now(): number {
    return this.sim.memory.time.now();
  }

  private drawn(name: string, duration: Duration, more: Partial<Making> = {}): Taken {
    const drawn = (of: Duration) => this.draws.ms(name, of);
    return this.changed.taken(name, { duration, drawn, ...more });
  }

  private detected(): Drawn | null {
    const { plan, timings } = this.options;
    const [moment] = durationsOf(plan, timings).moments;
    if (moment === undefined) return null;
    const knows = this.interferences.findLast(({ detectMs }) => detectMs !== undefined);
    const so = this.drawn(moment.id, moment, {
      takes: () => {
        const ms = knows?.detectMs?.();
        return ms === undefined ? null : { ms, duration: heldUp };
      },
    });
    for (const { detected } of this.interferences) detected?.(so.ms);
    return { step: null, name: moment.id, ...so };
  }

  /** More is lost: once that is noticed, and somebody has understood it, it is planned anew. */
  private spread(loss: Loss): boolean {
    const { plan, timings } = this.options;
    const ends = endsIn(this.records);
    if (clientsWaitFor(plan, timings).every(({ id }) => ends.has(id))) return false;
    this.sim.memory.lose(loss);
    const lostAtMs = this.now;
    const noticed = { ...(this.detect?.duration ?? untimed) };
    const ms = this.draws.ms('it is noticed that more is lost', noticed);
    const person = this.draws.ms('somebody plans anew', this.sim.pace.timed('person'));
    this.sim.memory.time.after(ms + person, () => this.planAnew(loss, lostAtMs));
    return true;
  }

  private planAnew(loss: Loss, lostAtMs: number): void {
    const { platform } = this.options;
    const topology = this.sim.memory.model.topology();
    const { plan } = planFor({
      platform,
      topology,
      request: { intent: 'failover', failure: loss },
    });
    // Where nothing is left to go to, whoever runs the first plan goes on with it.
    if (plan === undefined) return;
    this.draws.planAnew();
    // Above the first run's own, and above the one that is reserved for its way back.
    const newest = Math.max(topology.epoch, this.state.epoch + 1);
    const epoch = plan.takesEpoch ? newest + 1 : topology.epoch;
    const run = `${this.state.run} anew`;
    const recordsBefore = this.records.length;
    this.anew = { plan, topology, epoch, atMs: this.now, recordsBefore };
    this.running = { plan, lostAtMs };
    this.persons.length = 0;
    this.state = begin({ run, epoch, plan, topology: withoutLag(topology), platformDigest: '' });
    this.post(run, { type: 'started', now: this.now });
  }

  /** What comes of a run that was given up for another is not heard any more. */
  private post(run: string, event: RunEvent): void {
    if (this.state.ended !== null || this.state.run !== run) return;
    const { state, effects } = step(this.state, event, this.sim.pace.intervals);
    this.state = state;
    for (const effect of effects) this.begin(effect);
  }

  private begin(effect: Effect): void {
    const { direct, time } = this.sim.memory;
    const { timings } = this.options;
    const { run } = this.state;
    switch (effect.type) {
      case 'append':
        for (const record of effect.records) this.append(record);
        break;
      case 'perform': {
        const { step: id, attempt, epoch, action } = effect;
        this.losesFrom(action);
        direct.perform(action, { run, step: id, attempt, epoch }, (answer) => {
          const outcome = fenced(answer, this.running.plan, action, timings.world);
          this.post(run, { type: 'outcome', now: this.now, step: id, attempt, outcome });
        });
        break;
      }
      case 'observe':
        time.after(this.untilLookMs(effect.step), () => this.observe(run, effect));
        break;
      case 'wait': {
        const { step: id, attempt, timer, forMs } = effect;
        time.after(forMs, () =>
          this.post(run, { type: 'timer', now: this.now, step: id, attempt, timer }),
        );
        break;
      }
      case 'ask':
        this.says('approve', effect.question.step, drawNames.person(effect.question.step));
        break;
      case 'reject':
        break;
    }
  }

  /** What a copy lacks is lost when it takes over: a writer that lives goes on until then. */
  private losesFrom({ arguments: given, component, verb }: Action): void {
    if (!takesOver.has(verb) || given.lossless === true) return;
    const lagMs = this.sim.pace.seenLagMs.get(component);
    if (lagMs !== undefined) this.lagsMs.set(component, lagMs);
  }

  private append(record: NewRecord): void {
    this.records.push(record);
    const { event } = record;
    if (event.type !== 'failed') return;
    this.interventions += 1;
    this.says('retry', event.step, drawNames.helped(event.step), ` ${this.interventions}`);
  }

  /** A person does, after as long as it takes them; each time is drawn for itself. */
  private says(kind: 'approve' | 'retry', id: string, name: string, time = ''): void {
    const action = this.actionOf(id);
    const answer = action === undefined ? untimed : this.sim.pace.answerTo(action);
    const so = this.changed.taken(name, {
      duration: answer,
      drawn: (of) => this.draws.ms(`${name}${time}`, of),
    });
    this.persons.push({ step: id, name, ...so });
    const command: Command = { kind, step: id, who: 'a person', when: '', why: 'a rehearsal' };
    const { run } = this.state;
    this.sim.memory.time.after(so.ms, () =>
      this.post(run, { type: 'command', now: this.now, command }),
    );
  }

  /** Whoever decides looks first, which takes as long as an approval by the policy does. */
  private untilLookMs(id: string): number {
    const action = this.actionOf(id);
    if (action?.verb !== 'approve') return 0;
    const so = this.drawn(id, this.sim.pace.durationOf(action));
    this.sim.pace.taken.set(id, so);
    return so.ms;
  }

  private actionOf(id: string): Action | undefined {
    return this.state.index.steps[this.state.index.positions.get(id) ?? -1]?.action;
  }

  private observe(run: string, effect: Extract<Effect, { type: 'observe' }>): void {
    const { step: id, attempt, subjects } = effect;
    const seen: Observation[] = [];
    for (const subject of subjects) {
      this.sim.memory.direct.observe(subject, (observation) => {
        seen.push(observation);
        if (seen.length < subjects.length) return;
        this.post(run, { type: 'observed', now: this.now, step: id, attempt, observations: seen });
      });
    }
  }

  private told(): WorldRun {
    const { timings } = this.options;
    const plan = this.anew?.plan ?? this.options.plan;
    const { moments, firstWrite } = durationsOf(plan, timings);
    const ends = endsIn(this.records.slice(this.anew?.recordsBefore ?? 0));
    const beginMs = this.anew?.atMs ?? this.detect?.ms ?? 0;
    // What more is lost may be noticed before what was lost first.
    const detectedMs = Math.min(this.detect?.ms ?? 0, beginMs);
    const draws: Drawn[] = this.detect === null ? [] : [{ ...this.detect, ms: detectedMs }];
    if (this.anew !== null) {
      const ms = beginMs - detectedMs;
      draws.push({ step: null, name: drawNames.planAnew, ms, duration: heldUp });
    }
    const endOf = (id: string) => ends.get(id) ?? Number.POSITIVE_INFINITY;
    const waited = clientsWaitFor(plan, timings);
    const lastStep = waited.reduce((last, { id }) => Math.max(last, endOf(id)), beginMs);
    let makespanMs = beginMs;
    for (const { after, id } of plan.steps) {
      const end = endOf(id);
      makespanMs = Math.max(makespanMs, end);
      const start = after.reduce(
        (last, before) => Math.max(last, endUntil(this.records, ends, before, end)),
        beginMs,
      );
      if (end < Number.POSITIVE_INFINITY) draws.push(...this.partsOf(id, end - start));
    }
    const servedMs = moments.slice(1).reduce((sum, moment) => {
      const so = this.drawn(moment.id, moment, {
        disturbed: (drawn) =>
          this.changed.isGone(moment.id)
            ? drawn
            : this.interferences.reduce((one, each) => each.moment?.(moment.id, one) ?? one, drawn),
      });
      draws.push({ step: null, name: moment.id, ...so });
      return sum + so.ms;
    }, lastStep);
    const answered = (): number => {
      if (firstWrite === null) return 0;
      const name = 'first-write';
      const so = this.drawn(name, firstWrite);
      draws.push({ step: null, name, ...so });
      return so.ms;
    };
    const { anew, befell, interventions, lagsMs, records, state } = this;
    return {
      run: this.draws.run,
      status: state.ended ?? 'stuck',
      servedMs,
      makespanMs,
      ...pauseIn(plan, records, ends, answered),
      ends,
      draws,
      records,
      lagsMs,
      anew,
      befell,
      failingShare: this.interferences.findLast((each) => each.failingShare)?.failingShare ?? null,
      interventions,
      writings: this.sim.memory.model.writings,
      violations: this.sim.memory.model.violations,
    };
  }

  /** What a step's time went to: what it did itself, whom it waited for, and what held it up. */
  private partsOf(id: string, wholeMs: number): Drawn[] {
    const own = this.sim.pace.taken.get(id);
    const known = [
      ...(own === undefined ? [] : [{ step: id, name: id, ...own }]),
      ...this.persons.filter((each) => each.step === id),
    ];
    let leftMs = wholeMs;
    const parts = known.map((part): Drawn => {
      const ms = Math.min(part.ms, leftMs);
      leftMs -= ms;
      return { ...part, ms };
    });
    if (leftMs < 1) return parts;
    return [...parts, { step: id, name: drawNames.heldUp(id), ms: leftMs, duration: heldUp }];
  }
}

/** By these a copy becomes the writer. */
const takesOver: ReadonlySet<Verb> = new Set<Verb>(['promote', 'detach-replication', 'restore']);

const heldUp: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'assumed',
  source: 'what disturbs it, and the time until that is seen',
};
