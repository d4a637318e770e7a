import { wanted } from '@outrigger/recovery';
import type { Disturbance, Taken } from '../disturbance.ts';

const figures = {
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
} as const;

/** Every node and every pod for itself: the slowest of them is waited for. */
export const nodes: Disturbance = {
  name: 'nodes',
  about: 'each node launches, each pod pulls its image: the last counts',
  figures,
  disturb: ({ befalls, draws }) => ({
    effect: (action, { attempt, step }, so): Taken => {
      if (action.verb !== 'scale') return so;
      befalls();
      const isNodes = action.arguments.nodeGroups !== undefined;
      const before = isNodes ? 0 : Number(action.arguments.before ?? 0);
      const count = Math.max(1, wanted(action) - before);
      const [first, second] = isNodes
        ? (['launch', 'ready'] as const)
        : (['pull', 'podReady'] as const);
      let slowestMs = 0;
      for (let number = 1; number <= count; number += 1) {
        const name = `${step} ${attempt}, ${number} of ${count}`;
        const ms =
          draws.value(`${name} ${first}`, figures[first]) +
          draws.value(`${name} ${second}`, figures[second]);
        slowestMs = Math.max(slowestMs, ms);
      }
      const registerMs = isNodes
        ? 0
        : draws.value(`${step} ${attempt} registers`, figures.register);
      const { basis, source } = figures[second];
      return { ms: slowestMs + registerMs, duration: { ...so.duration, basis, source } };
    },
  }),
};
