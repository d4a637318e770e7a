import type { ControlPlane, DirectWorld } from '@outrigger/recovery';
import { disturbance } from '../disturbance.ts';

/** Where the control planes of services live that serve all regions: AWS's guides to each. */
export const homeRegions: { readonly [service: string]: string } = {
  route53: 'us-east-1',
  cloudfront: 'us-east-1',
  iam: 'us-east-1',
  organizations: 'us-east-1',
  globalaccelerator: 'us-west-2',
};

function homeOf({ region, service }: ControlPlane): string {
  return homeRegions[service] ?? region;
}

/** A control plane is down with the region that it lives in: nobody answers until that is back. */
export const controlPlanes = disturbance({
  name: 'control-planes',
  about: 'a service’s control plane is down with its home region',
  figures: {},
  applies: ({ plan }) =>
    plan.steps.some(({ controlPlanes: planes }) =>
      planes.some((plane) => homeOf(plane) === plan.failure?.region),
    ),
  disturb: ({ befalls, memory, noAnswerMs, running }) => {
    const needed = (step: string): readonly ControlPlane[] =>
      running().plan.steps.find(({ id }) => id === step)?.controlPlanes ?? [];
    const isDown = (plane: ControlPlane) => !memory.model.reaches(homeOf(plane));
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
