import { type Action, wanted } from '@outrigger/recovery';
import { disturbance, type Taken } from '../disturbance.ts';
import type { Figure } from '../figure.ts';
import { launchesMachines, runningBefore } from '../machines.ts';

/** Every node, machine and pod for itself: the slowest of them is waited for. */
export const nodes = disturbance({
  name: 'nodes',
  about: 'each node launches, each pod pulls its image: the last counts',
  figures: {
    launch: {
      distribution: { kind: 'lognormal', median: 26, p99: 90 },
      unit: 's',
      basis: 'assumed',
      source: 'brevdev/ec2-coldboot-research: 26 s; the tail is ours',
    },
    ready: {
      distribution: { kind: 'lognormal', median: 39, p99: 200 },
      unit: 's',
      basis: 'assumed',
      source: 'kube.fm: 65 s to Ready less the launch; the tail is ours',
    },
    boot: {
      distribution: { kind: 'lognormal', median: 30, p99: 120 },
      unit: 's',
      basis: 'assumed',
      source: 'no figure: the application’s own start on a machine',
    },
    pull: {
      distribution: { kind: 'lognormal', median: 15, p99: 60 },
      unit: 's',
      basis: 'assumed',
      source: 'after elasticscale.com: 53 to 62 s for a pod with an image of 413 MB',
    },
    podReady: {
      distribution: { kind: 'lognormal', median: 12, p99: 45 },
      unit: 's',
      basis: 'assumed',
      source: 'no figure: the application’s own start',
    },
    register: {
      distribution: { kind: 'uniform', low: 10, high: 20 },
      unit: 's',
      basis: 'assumed',
      source: 'two good checks of the load balancer 10 s apart, at any phase; ours',
    },
  },
  insteadOf: ['scale', 'start'],
  applies: ({ plan }) => plan.steps.some(({ action }) => action.verb === 'scale'),
  disturb: ({ befalls, draws, platform, running }, figures) => {
    /** What one of them takes, and whether a load balancer looks at it before it counts. */
    const partsOf = (action: Action): readonly [Figure, Figure, boolean] => {
      if (!launchesMachines({ plan: running().plan, platform }, action)) {
        return [figures.pull, figures.podReady, true];
      }
      const isNode = platform.components[action.component]?.kind === 'kubernetes-cluster';
      return isNode ? [figures.launch, figures.ready, false] : [figures.launch, figures.boot, true];
    };
    return {
      takes: (action, { attempt, step }): Taken | null => {
        if (action.verb !== 'scale') return null;
        const count = wanted(action) - runningBefore({ plan: running().plan, platform }, action);
        // What has to go is not waited for one by one.
        if (count <= 0) return null;
        befalls();
        const [first, second, isRegistered] = partsOf(action);
        let slowestMs = 0;
        for (let number = 1; number <= count; number += 1) {
          const name = `${step} ${attempt}, ${number} of ${count}`;
          const ms = draws.value(`${name} begins`, first) + draws.value(`${name} ready`, second);
          slowestMs = Math.max(slowestMs, ms);
        }
        const registerMs = isRegistered
          ? draws.value(`${step} ${attempt} registers`, figures.register)
          : 0;
        const { basis, source } = second;
        const ms = slowestMs + registerMs;
        return { ms, duration: { distribution: { kind: 'constant', ms }, basis, source } };
      },
    };
  },
});
