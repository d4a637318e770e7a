import type {
  Action,
  PerformContext,
  PerformFault,
  SightFault,
  Subject,
} from '@outrigger/recovery';
import type { Draws } from './draws.ts';

/** What befalls a perform, in the order of the table. */
export const performFaults = [
  'fails',
  'refused',
  'request-lost',
  'reply-lost',
  'no-answer',
  'late',
  'twice',
  'again-later',
  'slow',
  'accepted',
  'without-facts',
] as const satisfies readonly PerformFault[];

/** What befalls a look. */
export const sightFaults = ['look-lost', 'look-slow', 'look-old'] as const;

/** What befalls the world or the controller. */
export const strikeKinds = [
  'zone-loss',
  'region-loss',
  'partition',
  'heal',
  'witness-loss',
  'witness-back',
  'lag',
  'lag-unknown',
  'crash',
  'second-controller',
  'freeze',
  'clock-jump',
  'pause',
  'cancel',
] as const;

export type StrikeKind = (typeof strikeKinds)[number];
export type FaultKind = (typeof performFaults)[number] | (typeof sightFaults)[number] | StrikeKind;

export const faultKinds: readonly FaultKind[] = [...performFaults, ...sightFaults, ...strikeKinds];

/**
 * Decides what goes wrong, by name: a fault that is not kept is not there, and all others stay what
 * they are. How much goes wrong at all is drawn once a story.
 */
export class Faults {
  /** Names of what went wrong, in order. */
  readonly struck: string[] = [];
  /** Nothing goes wrong any more. */
  isCalm = false;
  private readonly draws: Draws;
  private readonly keep: ReadonlySet<string> | null;
  private readonly performRate: number;
  private readonly sightRate: number;
  private readonly counts = new Map<string, number>();

  constructor(draws: Draws, keep: ReadonlySet<string> | null) {
    this.draws = draws;
    this.keep = keep;
    this.performRate = draws.pick('perform rate', [0, 0.04, 0.12, 0.35]);
    this.sightRate = draws.pick('sight rate', [0, 0.05, 0.2]);
  }

  /** Whether something with this name is to happen; told as having happened if so. */
  happens(name: string): boolean {
    if (this.isCalm || (this.keep !== null && !this.keep.has(name))) return false;
    this.struck.push(name);
    return true;
  }

  ofPerform(_action: Action, { run, step, attempt }: PerformContext): PerformFault {
    const name = this.named(`${run} ${step} ${attempt}`);
    if (!this.draws.chance(name, this.performRate)) return 'none';
    const kind = this.draws.pick(`${name} kind`, performFaults);
    return this.happens(`${name} ${kind}`) ? kind : 'none';
  }

  ofSight(subject: Subject): SightFault {
    if (subject.kind !== 'component') return 'none';
    const { component, region = '', zone = '' } = subject;
    const name = this.named(`look ${component} ${region} ${zone}`);
    if (!this.draws.chance(name, this.sightRate)) return 'none';
    const kind = this.draws.pick(`${name} kind`, ['lost', 'slow', 'old', 'old'] as const);
    return this.happens(`${name} ${kind}`) ? kind : 'none';
  }

  /** How much later what is late comes, ms: at once, in the way back, or in a new run. */
  lateMs({ run, step }: PerformContext): number {
    const upTo = this.draws.pick(`${run} ${step} late`, [200, 1500, 6000, 30_000]);
    return 50 + upTo * this.draws.number(`${run} ${step} late ms`);
  }

  /** The same thing for the second time has another name. */
  private named(what: string): string {
    const count = this.counts.get(what) ?? 0;
    this.counts.set(what, count + 1);
    return count === 0 ? what : `${what} (${count + 1})`;
  }
}
