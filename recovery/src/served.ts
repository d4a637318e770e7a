import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import type { Timings } from './timings.ts';

/**
 * The steps whose ends clients wait for: all of the foreground but those that only look whether it
 * is so. What a `verify` finds is there already; a `verify` counts as far as another step waits for
 * it. In a world whose entry keeps a region in which writes stay, to admit it anew keeps nobody
 * waiting either. A plan of nothing else is waited for as a whole.
 */
export function clientsWaitFor(
  { steps, from }: Plan,
  { staysAdmitted }: Pick<Timings, 'staysAdmitted'>,
): readonly Step[] {
  const foreground = steps.filter(({ background }) => !background);
  const changing = foreground.filter(({ action: { verb } }) => {
    if (verb === 'admit') return from !== null || staysAdmitted !== true;
    return verb !== 'verify';
  });
  return changing.length > 0 ? changing : foreground;
}
