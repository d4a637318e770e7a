import { isData } from '@outrigger/model';
import { disturbance } from '../disturbance.ts';
import { constantOf, type Figure } from '../figure.ts';
import { behindMs } from '../replication.ts';

/**
 * What is written goes over a link of its own size, of which little is left, while more is written
 * than usual: each store's copy falls behind by its own write rate.
 */
export const lag = disturbance({
  name: 'lag',
  about: 'the copies fall behind: a link in trouble, or too many writes',
  changesLoss: true,
  figures: {
    trouble: {
      distribution: { kind: 'lognormal', median: 5, p99: 60 },
      unit: 'min',
      basis: 'assumed',
      source: 'no figure: how long the link was in trouble before the region went',
    },
    left: {
      distribution: { kind: 'uniform', low: 0.02, high: 0.5 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure: how much of the link was left meanwhile',
    },
    load: {
      distribution: { kind: 'lognormal', median: 1.5, p99: 5 },
      unit: 'times',
      basis: 'assumed',
      source: 'no figure: how much more than usual was written meanwhile',
    },
    writes: {
      distribution: { kind: 'uniform', low: 0.2, high: 5 },
      unit: 'MiB/s',
      basis: 'assumed',
      source: 'no figure: what a store writes is its platform’s own',
    },
    link: {
      distribution: { kind: 'constant', value: 20 },
      unit: 'MiB/s',
      basis: 'assumed',
      source: 'no figure: what a copy in another region takes when all is well',
    },
    'object-store link': {
      distribution: { kind: 'constant', value: 119 },
      unit: 'MiB/s',
      basis: 'documented',
      source: 'S3 guide: replication with time control takes 1 Gbps unless more is asked for',
    },
    full: {
      distribution: { kind: 'constant', value: 0.95 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure: a queue as long as this one makes it is the longest there is',
    },
  },
  disturb: ({ befalls, draws, memory, platform, running }, figures, figuresOf) => {
    const troubleMs = draws.value('link in trouble', figures.trouble);
    const left = draws.value('link that is left', figures.left);
    const load = draws.value('more is written', figures.load);
    befalls();
    /** A figure of this one store, else of its kind, else of all stores. */
    const figureOf = (store: string, name: 'writes' | 'link'): Figure => {
      const own = figuresOf(store)[name];
      const ofKinds: { readonly [name: string]: Figure } = figures;
      const ofKind = ofKinds[`${platform.components[store]?.kind} ${name}`];
      return own === figures[name] ? (ofKind ?? own) : own;
    };
    return {
      lagMs: (store, ms) => {
        const component = platform.components[store];
        // A backup goes over no link all the time: it is as old as it is.
        if (component !== undefined && isData(component) && component.replicaIn.length === 0) {
          return ms;
        }
        const rate = (name: 'writes' | 'link') =>
          draws.value(`${store} ${name}`, figureOf(store, name));
        const writes = rate('writes');
        const link = rate('link');
        const busy = (writes * load) / (link * left);
        const behind = behindMs({ ms, busy, troubleMs, fullShare: constantOf(figures.full) });
        // Lost with a region it is never made up; before a planned move the link is well again.
        const isOver = running().plan.intent !== 'failover';
        const madeUpMs = isOver ? memory.time.now() * Math.max(0, link / writes - 1) : 0;
        return Math.max(ms, behind - madeUpMs);
      },
    };
  },
});
