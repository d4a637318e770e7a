import type { Platform } from '@outrigger/model';
import {
  type ControllerView,
  checkInvariants,
  createMemoryWorld,
  type JournalRecord,
  leaseMs,
  type MemoryWorld,
  type Plan,
  type Planned,
  type PlanRequest,
  startTopology,
  type Topology,
} from '@outrigger/recovery';
import { Draws } from './draws.ts';
import { type FaultKind, Faults, type StrikeKind } from './faults.ts';
import { platformCount, platformOf, type Shape, shapeOf } from './platform.ts';
import { type Ending, RecoveryRun, type Stage } from './recovery-run.ts';
import { mendingRequests, requestOf, stillWrong, writesAll } from './requests.ts';
import { type Strike, type Struck, strike, strikesOf } from './strikes.ts';
import { type ChaosTally, countFault, countOne, emptyTally } from './tally.ts';
import { type Broken, Watch } from './watch.ts';

export type PlanWith = (input: {
  readonly platform: Platform;
  readonly topology: Topology;
  readonly request: PlanRequest;
}) => Planned;

export interface StoryOptions {
  readonly seed: number;
  readonly plan: PlanWith;
  /** Names of the faults that happen; null: all that are drawn. */
  readonly keep: ReadonlySet<string> | null;
  /** Of the platform; null: as drawn. */
  readonly shape: Shape | null;
  /** What happens, line by line, for whoever replays it. */
  readonly onLine?: (line: string) => void;
}

export interface StoryTold {
  readonly seed: number;
  readonly shape: Shape;
  /** Rules that were not kept, the first one first. */
  readonly broken: readonly Broken[];
  /** Names of all faults that happened. */
  readonly struck: readonly string[];
  readonly tally: ChaosTally;
}

/**
 * One platform's bad days: it loses places, is recovered, goes home, is moved, with all that can go
 * wrong going wrong on the way; then everything is healed, and it has to be well again.
 */
export async function tellStory(options: StoryOptions): Promise<StoryTold> {
  const story = new Story(options);
  try {
    await story.tell();
  } catch (error) {
    story.throws(error);
  }
  return story.told();
}

class Story {
  private readonly options: StoryOptions;
  private readonly draws: Draws;
  private readonly faults: Faults;
  private readonly platform: Platform;
  private readonly shape: Shape;
  private readonly memory: MemoryWorld;
  private readonly watch = new Watch();
  private readonly tally = emptyTally();
  private readonly broken: Broken[] = [];
  private readonly views: ControllerView[] = [];
  private readonly stage: Stage;
  private readonly struck: Struck;
  private readonly runs: string[] = [];
  private readonly armed: Strike[] = [];
  private epoch = 1;
  private recordsInPhase = 0;

  constructor(options: StoryOptions) {
    const { keep, seed } = options;
    this.options = options;
    this.draws = new Draws(seed);
    this.faults = new Faults(this.draws, keep);
    const number = seed % platformCount;
    this.shape = options.shape ?? shapeOf(number);
    this.platform = platformOf(number, this.shape);
    const { faults, platform, watch } = this;
    this.memory = createMemoryWorld({
      platform,
      topology: startTopology(platform),
      seed,
      isFaithful: true,
      watch,
      lateMs: (context) => faults.lateMs(context),
      fault: (action, context) => {
        countOne(this.tally.sent, action.verb);
        const kind = faults.ofPerform(action, context);
        if (kind !== 'none') this.counts(kind, [action.verb]);
        return kind;
      },
      sight: (subject) => {
        const kind = faults.ofSight(subject);
        const component = subject.kind === 'component' ? subject.component : '';
        if (kind !== 'none') this.counts(`look-${kind}`, watch.underWay(component));
        return kind;
      },
    });
    watch.watches(this.memory.model);
    const shared = {
      memory: this.memory,
      draws: this.draws,
      faults,
      onStruck: (kind: StrikeKind) => this.counts(kind, watch.underWay()),
      onLine: (line: string) => this.line(line),
      onCrash: (after: string) => countOne(this.tally.diedAfter, after),
    };
    const onThrow = (error: unknown) => this.throws(error);
    this.stage = { ...shared, watch, views: this.views, onThrow };
    this.struck = { ...shared, platform, views: () => this.views };
    watch.onRecords = (_run, records) => this.onRecords(records);
  }

  private counts(kind: FaultKind, verbs: Parameters<typeof countFault>[2]): void {
    countFault(this.tally, kind, verbs, this.watch.stage());
  }

  private line(line: string): void {
    this.options.onLine?.(`${Math.round(this.memory.time.now())} ms  ${line}`);
  }

  breaks(rule: string, detail: string): void {
    this.broken.push({ rule, detail });
  }

  throws(error: unknown): void {
    this.breaks('nothing-throws', error instanceof Error ? error.message : String(error));
  }

  private isBroken(): boolean {
    return this.broken.length + this.watch.broken.length > 0;
  }

  async tell(): Promise<void> {
    const phases = this.draws.pick('phases', [1, 1, 1, 2, 2, 3, 4]);
    for (let phase = 0; phase < phases && !this.isBroken(); phase += 1) {
      await this.phase(`phase ${phase}`);
    }
    if (!this.isBroken()) await this.mend();
    this.checkAll();
  }

  /** Something befalls the platform, somebody notices, and it is recovered as well as one can. */
  private async phase(name: string): Promise<void> {
    const { draws, memory } = this;
    memory.remember();
    if (draws.chance(`${name} lag`, 0.25)) {
      strike(this.struck, { name: `${name} lag`, kind: draws.pick(`${name} lag kind`, lags) });
    }
    for (let loss = 0; loss < draws.pick(`${name} losses`, [0, 1, 1, 1, 2, 3]); loss += 1) {
      const kind = draws.pick(`${name} loss ${loss}`, losses);
      strike(this.struck, { name: `${name} loss ${loss}`, kind });
      await this.waits(draws.pick(`${name} loss ${loss} then`, [0, 30, 250, 900]));
    }
    await this.waits(draws.pick(`${name} noticed after`, [0, 150, 600, 3000]));
    const request = requestOf(memory.model.topology(), this.platform, draws, name);
    await this.recover(request, name);
    for (const place of [...memory.model.places.lostRegions, ...memory.model.places.lostZones]) {
      if (!draws.chance(`${name} heals ${place}`, 0.6)) continue;
      this.line(`heal ${place}`);
      memory.model.heal(place);
      await this.waits(draws.pick(`${name} then`, [0, 30, 400]));
    }
    if (draws.chance(`${name} witness heals`, 0.6)) memory.model.setWitnessLost(false);
  }

  private waits(forMs: number): Promise<void> {
    return this.memory.time.until(this.memory.time.wait(forMs));
  }

  private async recover(request: PlanRequest, name: string): Promise<Ending | null> {
    const { memory, platform } = this;
    const topology = memory.model.topology();
    const { plan, problems } = this.options.plan({ platform, topology, request });
    if (plan === undefined) {
      this.tally.unplannable += 1;
      const why = problems.map(({ path, wrong }) => `${path}: ${wrong}`);
      this.line(`no plan for a ${request.intent}: ${why.join('; ')}`);
      return null;
    }
    this.line(`${request.intent} to ${plan.to}`);
    const verbs = [...new Set(plan.steps.map(({ action }) => action.verb))];
    for (const one of strikesOf(this.draws, name, verbs)) this.arm(one);
    this.recordsInPhase = 0;
    const run = `run-${this.runs.length}`;
    this.runs.push(run);
    const recovery = new RecoveryRun(this.stage, run);
    let ending = await recovery.begin(this.newRun(plan, topology));
    this.armed.length = 0;
    if (ending === 'left') ending = await this.endCalmly(recovery);
    countOne(this.tally.endings, ending);
    this.line(`${run} ${ending}`);
    return ending;
  }

  /** An open run stands in the way of the next: nothing is wrong until somebody has ended it. */
  private async endCalmly(recovery: RecoveryRun): Promise<Ending> {
    this.faults.isCalm = true;
    this.healAll();
    const ending = await recovery.finish();
    this.faults.isCalm = false;
    if (ending === 'left') this.breaks('ends', 'a run that nothing hinders does not end');
    return ending;
  }

  private newRun(plan: Plan, topology: Topology): Parameters<RecoveryRun['begin']>[0] {
    // The one after a run's own epoch is reserved for its way back.
    if (plan.takesEpoch) this.epoch = Math.max(topology.epoch + 1, this.epoch + 2);
    const epoch = plan.takesEpoch ? this.epoch : topology.epoch;
    const versions = { outrigger: 'chaos' };
    return { plan, topology, epoch, platformDigest: 'chaos', versions };
  }

  private arm(one: Strike): void {
    const { after } = one;
    if (!('ms' in after)) {
      this.armed.push(one);
      return;
    }
    const { time } = this.memory;
    time.at(time.now() + after.ms, () => strike(this.struck, one));
  }

  private onRecords(records: readonly JournalRecord[]): void {
    for (const { event } of records) {
      const { type, step = '', why = '' } = event;
      this.line(`  ${type} ${step} ${why}`.trimEnd());
    }
    this.recordsInPhase += records.length;
    for (const one of [...this.armed]) {
      if (!this.isDue(one, records)) continue;
      this.armed.splice(this.armed.indexOf(one), 1);
      strike(this.struck, one);
    }
  }

  private isDue({ after }: Strike, records: readonly JournalRecord[]): boolean {
    if ('records' in after) return after.records <= this.recordsInPhase;
    if (!('verb' in after)) return false;
    return records.some(
      ({ event: { step, type } }) =>
        type === after.says && this.watch.verbOf(String(step)) === after.verb,
    );
  }

  private healAll(): void {
    const { model } = this.memory;
    model.setWitnessLost(false);
    for (const place of [...model.places.lostRegions, ...model.places.lostZones]) model.heal(place);
    for (const store of model.stores.keys()) model.setLag(store, 40, true);
  }

  /** Everything is there again and all that was late has come: now it has to be mended. */
  private async mend(): Promise<void> {
    const { memory } = this;
    this.faults.isCalm = true;
    this.line('everything heals');
    this.healAll();
    // A hold that somebody gave up ends by its own limit.
    await this.waits(holdEndsMs);
    await memory.time.drain();
    for (let turn = 0; turn < 4 && !this.isBroken(); turn += 1) {
      await this.untilAllWrite();
      const request = this.mendingRequest();
      if (request === undefined) break;
      await this.recover(request, `mend ${turn}`);
      await memory.time.drain();
    }
    await this.untilAllWrite();
    // Also one that came last of all.
    if (memory.model.anyHeld()) await this.waits(holdEndsMs);
    if (memory.model.anyHeld()) this.breaks('writes-released', 'writes are still held');
    const wrong = stillWrong(memory.model, this.platform);
    if (wrong === '') return;
    const isPlanned = this.mendingRequest() !== undefined;
    const why = isPlanned ? 'the plans that there are did not mend it' : 'no plan mends that';
    this.breaks('ends', `all is healed, and ${wrong}: ${why}`);
  }

  /** Where all messages of some renewals are slow, a lease lapses, and comes back by itself. */
  private async untilAllWrite(): Promise<void> {
    const { model } = this.memory;
    for (let turn = 0; turn < 5 && !writesAll(model); turn += 1) await this.waits(leaseMs);
  }

  /** What would make it well, if anything can. */
  private mendingRequest(): PlanRequest | undefined {
    const { platform } = this;
    const { model } = this.memory;
    const topology = model.topology();
    return mendingRequests(model, platform, topology).find((request) => {
      const { plan } = this.options.plan({ platform, topology, request });
      return plan !== undefined && plan.steps.length > 0;
    });
  }

  private checkAll(): void {
    this.watch.checkWorld();
    const { memory, runs } = this;
    const evidence = {
      runs: runs.map((run) => memory.records(run)).filter(({ length }) => length > 0),
      writings: memory.model.writingsSeen(),
      effects: memory.effects,
    };
    const broken = checkInvariants(evidence).filter(({ held }) => !held);
    for (const { detail, name } of broken) if (name !== released) this.breaks(name, detail);
    if (!broken.some(({ name }) => name === released)) return;
    // Who gives up what can't be released leaves it to the limit of the gateway, as they may.
    const notGivenUp = evidence.runs.filter(
      (records) => records.at(-1)?.event.status !== 'cancelled',
    );
    const rule = checkInvariants({ runs: notGivenUp }).find(({ name }) => name === released);
    if (rule?.held === false) this.breaks(released, rule.detail);
  }

  told(): StoryTold {
    const { steps, records } = this.watch;
    this.tally.stories = 1;
    this.tally.recoveries = this.runs.length;
    this.tally.steps = steps;
    this.tally.records = records;
    return {
      seed: this.options.seed,
      shape: this.shape,
      broken: [...this.watch.broken, ...this.broken],
      struck: this.faults.struck,
      tally: this.tally,
    };
  }
}

/** Longer than a gateway of this world holds what nobody releases, ms. */
const holdEndsMs = 5000;
const released = 'writes-released';
const losses = ['zone-loss', 'zone-loss', 'region-loss', 'partition', 'witness-loss'] as const;
const lags = ['lag', 'lag', 'lag-unknown'] as const;
