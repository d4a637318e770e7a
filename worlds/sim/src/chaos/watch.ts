import {
  type Action,
  type JournalRecord,
  leaseMs,
  type MemoryModel,
  type MemoryWatch,
  type PerformContext,
  type Step,
  type Subject,
  ToldRun,
  type Verb,
} from '@outrigger/recovery';
import { Writers } from './writers.ts';

/** A rule that was not kept. */
export interface Broken {
  readonly rule: string;
  readonly detail: string;
}

/** A step as the journal of its run has it so far. */
interface StepSeen {
  readonly step: Step;
  last: string;
  attempt: number;
  /** What the last perform answered, of this attempt. */
  answered: { readonly attempt: number; readonly kind: string } | null;
  /** The world has obeyed it at least once. */
  acted: boolean;
}

type Facts = ReturnType<MemoryModel['facts']>;

interface RunSeen {
  readonly told: ToldRun;
  doing: 'goes on' | 'goes back' | 'nothing';
  /** All stores were written in one region when it was planned. */
  readonly wasTogether: boolean;
  readonly steps: Map<string, StepSeen>;
  /** By controller that took over: what was under way, and was not looked at since. */
  readonly toLookAt: Map<string, Set<string>>;
  /** Components whose loss the platform has approved by itself, and up to how much, ms. */
  readonly policyRpoMs: Map<string, number>;
}

/** What is lost beyond the lag: the stretch in which a writer that is cut off still answers, ms. */
const lossSlackMs = 2 * leaseMs + 400;

/**
 * Watches a story event by event: each record when it is on disk, each effect when the world has
 * obeyed it, each request when it is sent. What must be so at any time is checked here, at once;
 * `checkInvariants` looks at the whole of the story once more when it is over.
 */
export class Watch implements MemoryWatch {
  readonly broken: Broken[] = [];
  steps = 0;
  records = 0;
  onRecords: (run: string, records: readonly JournalRecord[]) => void = () => {};
  private readonly runs = new Map<string, RunSeen>();
  private newest: RunSeen | null = null;
  /** By region: the newest epoch that it has obeyed. */
  private readonly epochs = new Map<string, number>();
  private model: MemoryModel | null = null;
  private readonly writers = new Writers();
  private lossesSeen = 0;
  private violationsSeen = 0;

  watches(model: MemoryModel): void {
    this.model = model;
  }

  /** Verbs of the newest run that have begun and are not over: what a fault meets. */
  underWay(component: string | null = null): readonly Verb[] {
    const found: Verb[] = [];
    for (const { last, step } of this.newest?.steps.values() ?? []) {
      if (last !== 'performing' && last !== 'checking') continue;
      if (component === null || component === step.action.component) found.push(step.action.verb);
    }
    return found;
  }

  /** Of the newest run's plan. */
  verbOf(step: string): Verb | null {
    return this.newest?.steps.get(step)?.step.action.verb ?? null;
  }

  /** What goes on: a failover, a switchover, a failback, the way back of one, or nothing. */
  stage(): string {
    if (this.newest === null || this.newest.doing === 'nothing') return 'between recoveries';
    return this.newest.doing === 'goes back' ? 'the way back' : this.newest.told.plan.intent;
  }

  private breaks(rule: string, detail: string): void {
    this.broken.push({ rule, detail });
  }

  performs(_action: Action, context: PerformContext, controller: string): void {
    const { run, step } = context;
    this.steps += 1;
    const seen = this.runs.get(run);
    if (seen?.toLookAt.get(controller)?.has(step)) {
      this.breaks('looks-before-it-repeats', `${step} was performed again before it was looked at`);
    }
  }

  answered({ attempt, run, step }: PerformContext, kind: string): void {
    const seen = this.runs.get(run)?.steps.get(step);
    if (seen !== undefined) seen.answered = { attempt, kind };
  }

  observes(subject: Subject, controller: string): void {
    if (subject.kind !== 'component') return;
    for (const run of this.runs.values()) {
      const toLookAt = run.toLookAt.get(controller);
      for (const id of toLookAt ?? []) {
        const action = run.steps.get(id)?.step.action;
        if (action?.component === subject.component && action.region === subject.region) {
          toLookAt?.delete(id);
        }
      }
    }
  }

  effected(action: Action, { epoch, run, step }: PerformContext, kind: string): void {
    const seen = this.runs.get(run);
    const stepSeen = seen?.steps.get(step);
    if (stepSeen !== undefined && kind === 'done') stepSeen.acted = true;
    if (kind === 'done') this.checkEpoch(action, step, epoch);
    this.checkLosses(action, seen);
    this.checkWorld();
  }

  /** What a place has once obeyed a newer epoch for, it does not do for an older one. */
  private checkEpoch({ region = '', verb, zone }: Action, step: string, epoch: number): void {
    const newest = this.epochs.get(region) ?? 0;
    if (epoch < newest && verb !== 'fence') {
      this.breaks('newest-epoch-only', `${step} was obeyed under ${epoch} after ${newest}`);
    }
    if (this.model?.reaches(region, zone)) this.epochs.set(region, Math.max(epoch, newest));
  }

  /** What the world itself took down, and who may write now. */
  checkWorld(): void {
    const { model } = this;
    if (model === null) return;
    for (const detail of model.violations.slice(this.violationsSeen)) this.breaks('world', detail);
    this.violationsSeen = model.violations.length;
    for (const { component, detail } of this.writers.check(model)) {
      const runs = [...this.runs.values()];
      const isApproved = runs.some(({ told }) => told.twoWritersApproved.has(component));
      if (!isApproved) this.breaks('one-writer', detail);
    }
  }

  private checkLosses(action: Action, seen: RunSeen | undefined): void {
    const losses = this.model?.losses ?? [];
    for (const { component, member, writes } of losses.slice(this.lossesSeen)) {
      const lost = `${Math.round(writes)} acknowledged writes of ${component}`;
      if (writes < 0.01) continue;
      if (action.verb === 'transfer') this.breaks('moves-lose-nothing', `${member} lacked ${lost}`);
      else if (action.arguments.lossless === true) {
        this.breaks('lossless-loses-nothing', `${member} was said to have all, and lacked ${lost}`);
      }
      const rpoMs = seen?.policyRpoMs.get(component);
      // A lag bounds the loss where the old writer is stopped. Whoever said yes to two writers was
      // asked, and what the other one goes on to acknowledge comes on top.
      const isUnfenced = seen?.told.twoWritersApproved.has(component) ?? false;
      if (rpoMs !== undefined && !isUnfenced && writes > rpoMs + lossSlackMs) {
        this.breaks('loss-within-rpo', `nobody was asked, and ${member} lacked ${lost}`);
      }
    }
    this.lossesSeen = losses.length;
  }

  appended(records: readonly JournalRecord[]): void {
    this.records += records.length;
    for (const record of records) this.append(record);
    this.checkWorld();
    const run = records[0]?.run;
    if (run !== undefined) this.onRecords(run, records);
  }

  private append(record: JournalRecord): void {
    const { event, run } = record;
    if (event.type === 'started') {
      const told = ToldRun.of(record);
      if (told === null) throw new Error(`record 0 of ${run} holds no plan`);
      this.newest = runSeen(told, this.isTogether());
      this.runs.set(run, this.newest);
      return;
    }
    const seen = this.runs.get(run);
    if (seen === undefined) throw new Error(`${run} goes on without record 0`);
    for (const { detail, name } of seen.told.add(record)) this.breaks(name, detail);
    if (event.type === 'taken-over') takenOver(seen, String(event.controller));
    if (event.type === 'going-back') seen.doing = 'goes back';
    if (event.type === 'ended') seen.doing = 'nothing';
    if (event.type === 'ended' && event.status === 'done') this.checkTogether(run, seen);
    const stepSeen = seen.steps.get(String(event.step));
    if (stepSeen === undefined) return;
    this.checkUnknown(stepSeen, event.type);
    if (event.type === 'done') this.checkDone(seen, stepSeen, event);
    if (event.type === 'lapsed') seen.policyRpoMs.delete(stepSeen.step.action.component);
    stepSeen.last = event.type;
    if (event.type === 'performing') stepSeen.attempt = Number(event.attempt);
  }

  /** No answer is no failure: first somebody looks. */
  private checkUnknown({ answered, attempt, last, step }: StepSeen, type: string): void {
    if (type !== 'retrying' && type !== 'failed') return;
    if (last !== 'performing' || answered?.attempt !== attempt) return;
    if (answered.kind !== 'unknown') return;
    this.breaks('unknown-is-not-failed', `${step.id} had no answer and was taken to have failed`);
  }

  /** What the journal calls done was done, or is so. */
  private checkDone(seen: RunSeen, { acted, step }: StepSeen, event: JournalRecord['event']) {
    const { action } = step;
    if (event.by === 'policy') {
      if (action.arguments.policy === 'lag-within-rpo') {
        seen.policyRpoMs.set(action.component, Number(action.arguments.rpoMs));
      }
      return;
    }
    if (acted || action.verb === 'approve' || this.isSo(step, seen.told.epoch)) return;
    this.breaks('done-is-done', `${step.id} counts as done, and nobody did it`);
  }

  /** It need not be so any more when it is journaled: it was, since it began. */
  saw(subject: Subject, facts: Facts): void {
    if (subject.kind !== 'component') return;
    for (const { steps, told } of this.runs.values()) {
      for (const seen of steps.values()) {
        if (seen.last !== 'performing' && seen.last !== 'checking') continue;
        const { component, region, zone } = seen.step.action;
        if (component !== subject.component || region !== subject.region) continue;
        if (zone === subject.zone && isMet(seen.step, facts, told.epoch)) seen.acted = true;
      }
    }
  }

  private isSo(step: Step, epoch: number): boolean {
    const { model } = this;
    const { component, region, zone } = step.action;
    if (model === null || !model.reaches(region, zone)) return false;
    return isMet(step, model.facts(component, region, zone), epoch);
  }

  private isTogether(): boolean {
    const stores = [...(this.model?.stores.values() ?? [])];
    const regions = stores.map(({ members, writer }) => members.get(writer ?? '')?.region);
    return new Set(regions).size === 1;
  }

  /** One epoch for a platform: when a run is done, all of it has moved. */
  private checkTogether(run: string, { told, wasTogether }: RunSeen): void {
    const { epoch, plan } = told;
    if (!plan.takesEpoch || this.model === null) return;
    for (const { name, members, writer, epoch: owned } of this.model.stores.values()) {
      const member = members.get(writer ?? '');
      const isDatabase = member !== undefined && member.zone !== null;
      if (isDatabase && owned !== epoch) {
        this.breaks('moves-together', `${run} is done, and ${name} has epoch ${owned}`);
      }
      if (!wasTogether || member?.region === plan.to) continue;
      this.breaks('moves-together', `${run} is done, and ${writer} writes ${name}`);
    }
  }
}

function runSeen(told: ToldRun, wasTogether: boolean): RunSeen {
  return {
    told,
    doing: 'goes on',
    wasTogether,
    steps: new Map(
      told.index.steps.map((step): [string, StepSeen] => [
        step.id,
        { step, last: '', attempt: 0, answered: null, acted: false },
      ]),
    ),
    toLookAt: new Map(),
    policyRpoMs: new Map(),
  };
}

/** What was under way is to be looked at; what the one before is still told counts no more. */
function takenOver({ steps, toLookAt }: RunSeen, controller: string): void {
  const found = new Set<string>();
  for (const [id, seen] of steps) {
    if (seen.last !== 'performing' && seen.last !== 'checking') continue;
    seen.last = 'checking';
    found.add(id);
  }
  toLookAt.set(controller, found);
}

function isMet({ check }: Step, facts: Facts, epoch: number): boolean {
  return check.every(({ fact, is, value: expected }) => {
    const value = facts[fact];
    const isEpoch = typeof expected === 'object' && expected !== null && 'run' in expected;
    const wanted = isEpoch ? epoch : expected;
    if (is === 'at-least') return Number(value) >= Number(wanted);
    if (is === 'at-most') return Number(value) <= Number(wanted);
    if (is === 'one-of') return Array.isArray(wanted) && wanted.includes(value);
    return value === wanted || (fact === 'epoch' && Number(value) > epoch);
  });
}
