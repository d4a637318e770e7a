import { type ControlPlane, type DirectWorld, homeOf, type Step } from '@outrigger/recovery';
import { disturbance, type Where } from '../disturbance.ts';

/** A control plane is down with the region that it lives in: nobody answers until that is back. */
export const controlPlanes = disturbance({
  name: 'control-planes',
  about: 'a service’s control plane is down with its home region',
  figures: {
    back: {
      distribution: { kind: 'lognormal', median: 6.9, p99: 28 },
      unit: 'h',
      basis: 'assumed',
      source:
        'us-east-1, 2020 to 2025: five events of 3.8 to 17.1 h, 6.9 h in the middle; ' +
        'the tail is ours, and that all of it was down for so long',
    },
  },
  applies: ({ plan }) => plan.steps.some((step) => lostWith(step, plan.failure?.region) !== null),
  because: ({ plan }: Where) => {
    const needing = plan.steps.flatMap((step) => {
      const plane = lostWith(step, plan.failure?.region);
      return plane === null
        ? []
        : [`${step.id} waits for ${plane.service}’s, whose home is ${homeOf(plane)}`];
    });
    return [...needing, 'a standby that stands beforehand (pilot-light) waits for none'];
  },
  disturb: ({ befalls, draws, memory, noAnswerMs, running }, { back }) => {
    const backMs = draws.value('its control planes are back', back);
    const needed = (step: string): readonly ControlPlane[] =>
      running().plan.steps.find(({ id }) => id === step)?.controlPlanes ?? [];
    const isDown = (plane: ControlPlane) =>
      memory.time.now() < running().lostAtMs + backMs && !memory.model.reaches(homeOf(plane));
    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: inner.observe,
        perform: (action, context, then) => {
          const down = needed(context.step).find(isDown);
          if (down === undefined) {
            inner.perform(action, context, then);
            return;
          }
          befalls();
          const outcome = { kind: 'unknown', why: `${down.service} does not answer` } as const;
          memory.time.after(noAnswerMs, () => then(outcome));
        },
      }),
    };
  },
});

function lostWith({ controlPlanes: planes }: Step, region: string | undefined) {
  return planes.find((plane) => homeOf(plane) === region) ?? null;
}
