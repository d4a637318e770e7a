import { drawNames } from '../draw-names.ts';
import type { Drawn } from '../plan-run.ts';
import type { Subject } from '../sensitivity.ts';

/** Of so many runs a median is good enough, and what they took is kept. */
const runsMax = 2_000;

/** What everything took in runs of the simulated world, disturbed as they were, by its name. */
export class ObservedTimes {
  private readonly byName = new Map<
    string,
    { readonly isHeldUp: boolean; readonly ms: number[] }
  >();
  private runs = 0;

  add(draws: readonly Drawn[]): void {
    if (this.runs >= runsMax) return;
    this.runs += 1;
    for (const { ms, name, step } of draws) {
      const known = this.byName.get(name);
      if (known !== undefined) known.ms.push(ms);
      else {
        const isHeldUp =
          name === drawNames.planAnew || (step !== null && name === drawNames.heldUp(step));
        this.byName.set(name, { isHeldUp, ms: [ms] });
      }
    }
  }

  of(name: string): Subject | null {
    const found = this.byName.get(name);
    if (found === undefined) return null;
    const { isHeldUp, ms } = found;
    const sorted = ms.toSorted((one, other) => one - other);
    const at = (rank: number) => sorted[rank] ?? 0;
    const isSteady = at(0) === at(sorted.length - 1);
    return { medianMs: at(Math.floor((sorted.length - 1) / 2)), isSteady, isHeldUp };
  }
}
