import type { Timing } from '@outrigger/recovery';
import { awsTimings } from '../aws-timings.ts';
import type { Disturbance, Where } from './disturbance.ts';
import { ownFigures, type WorldTimings } from './own-figures.ts';
import type { WorldRun } from './world-run.ts';

/** What befell the runs of the simulated world. */
export interface WorldTold {
  readonly disturbances: readonly Struck[];
  /** Runs in which a planned move was undone: the old side writes again. */
  readonly wentBack: number;
  /** Runs that were planned anew, since more was lost; what that loses is not in the RPO. */
  readonly plannedAnew: number;
  /** Runs that were given up: each counts as long as somebody went on with it. */
  readonly givenUp: number;
  /** Runs in which a person had to say that a failed step is to be tried again. */
  readonly helped: number;
  /** What of all requests failed meanwhile, at its mean; null: all of them, in every run. */
  readonly failingShare: number | null;
}

export interface Struck {
  readonly name: string;
  readonly about: string;
  /** In so many runs, and how often in all of them. */
  readonly runs: number;
  readonly times: number;
  /** Of how many figures it is made, and how many of these are assumed. */
  readonly figures: number;
  readonly assumed: number;
  /** How often a year it is to be expected; null where nothing tells. */
  readonly perYear: number | null;
  /** Whether it can happen to such a plan at all. */
  readonly applies: boolean;
  /** What of the plan it strikes, and what would mend that, in words. */
  readonly because: readonly string[];
  /** Another that was asked for too, and has its own for all that this one draws; null: none. */
  readonly standsIn: string | null;
  /** A user's timings that do not count where it strikes, by kind and verb. */
  readonly insteadOf: readonly string[];
}

/** What was run. */
interface Tallied extends Where {
  readonly timings: WorldTimings;
}

export class WorldTally {
  private readonly disturbances: readonly Disturbance[];
  private readonly where: Tallied;
  private readonly runs = new Map<string, number>();
  private readonly times = new Map<string, number>();
  private wentBack = 0;
  private plannedAnew = 0;
  private givenUp = 0;
  private helped = 0;
  private readonly failing = { runs: 0, sum: 0 };

  constructor(disturbances: readonly Disturbance[], where: Tallied) {
    this.disturbances = disturbances;
    this.where = where;
  }

  add({ anew, befell, failingShare, interventions, status }: WorldRun): void {
    for (const [name, times] of befell) {
      this.runs.set(name, (this.runs.get(name) ?? 0) + 1);
      this.times.set(name, (this.times.get(name) ?? 0) + times);
    }
    if (status === 'went-back') this.wentBack += 1;
    if (anew !== null) this.plannedAnew += 1;
    if (status === 'stuck') this.givenUp += 1;
    if (interventions > 0) this.helped += 1;
    if (failingShare === null) return;
    this.failing.runs += 1;
    this.failing.sum += failingShare;
  }

  told(): WorldTold {
    const { failing, wentBack, plannedAnew, givenUp, helped } = this;
    const { plan, timings } = this.where;
    const own = timings.figures ?? [];
    const kinds = new Set(['*', ...Object.values(plan.kinds)]);
    const isOwn = (row: Timing) => kinds.has(row.kind) && !awsTimings.timings.includes(row);
    const rows = timings.timings.filter(isOwn);
    const struck = this.disturbances.map((each): Struck => {
      const { name, about } = each;
      const known = Object.values({ ...each.figures, ...ownFigures(own, name) });
      const replaced = rows.filter(({ verb }) => each.insteadOf.includes(verb));
      return {
        name,
        about,
        runs: this.runs.get(name) ?? 0,
        times: this.times.get(name) ?? 0,
        figures: known.length,
        assumed: known.filter(({ basis }) => basis === 'assumed').length,
        perYear: each.perYear(this.where, own),
        applies: each.applies(this.where),
        because: each.because(this.where),
        standsIn: this.standsIn(each),
        insteadOf: [...new Set(replaced.map(({ kind, verb }) => `${kind} ${verb}`))],
      };
    });
    const failingShare = failing.runs === 0 ? null : failing.sum / failing.runs;
    return { disturbances: struck, wentBack, plannedAnew, givenUp, helped, failingShare };
  }

  /** The last that knows is asked: what it draws, nobody before it does. */
  private standsIn({ insteadOf, name }: Disturbance): string | null {
    const at = this.disturbances.findIndex((each) => each.name === name);
    const later = this.disturbances.slice(at + 1).filter((each) => each.applies(this.where));
    const last = later.findLast((each) => insteadOf.every((verb) => each.insteadOf.includes(verb)));
    return insteadOf.length === 0 ? null : (last?.name ?? null);
  }
}
