import type { Disturbance, Where } from './disturbance.ts';
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
}

export class WorldTally {
  private readonly disturbances: readonly Disturbance[];
  private readonly where: Where;
  private readonly runs = new Map<string, number>();
  private readonly times = new Map<string, number>();
  private wentBack = 0;
  private plannedAnew = 0;
  private givenUp = 0;
  private helped = 0;

  constructor(disturbances: readonly Disturbance[], where: Where) {
    this.disturbances = disturbances;
    this.where = where;
  }

  add({ anew, befell, interventions, status }: WorldRun): void {
    for (const [name, times] of befell) {
      this.runs.set(name, (this.runs.get(name) ?? 0) + 1);
      this.times.set(name, (this.times.get(name) ?? 0) + times);
    }
    if (status === 'went-back') this.wentBack += 1;
    if (anew !== null) this.plannedAnew += 1;
    if (status === 'stuck') this.givenUp += 1;
    if (interventions > 0) this.helped += 1;
  }

  told(): WorldTold {
    const { wentBack, plannedAnew, givenUp, helped } = this;
    const struck = this.disturbances.map(({ name, about, figures, perYear }): Struck => {
      const known = Object.values(figures);
      return {
        name,
        about,
        runs: this.runs.get(name) ?? 0,
        times: this.times.get(name) ?? 0,
        figures: known.length,
        assumed: known.filter(({ basis }) => basis === 'assumed').length,
        perYear: perYear?.(this.where) ?? null,
      };
    });
    return { disturbances: struck, wentBack, plannedAnew, givenUp, helped };
  }
}
