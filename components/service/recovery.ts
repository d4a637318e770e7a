import type { Service } from '@outrigger/model';
import {
  type Contribution,
  type Draft,
  isWhereItServes,
  type Milestone,
  type RecoveryFacet,
  type Situation,
} from '@outrigger/recovery';

/**
 * A service brings capacity. Where the target region runs none of it, its pods are started before
 * traffic comes; where it runs too few, the rest follows once clients are served, unless the move
 * is planned: then all of it is there before writes are held.
 */
export const recovery: RecoveryFacet<'service'> = {
  hasWriter: false,
  steps: ({ component, platform, situation }): Contribution => {
    const drafts: Draft[] = [];
    const { from, planned, startsToServe, to } = situation;
    const standby = (region: string) => platform.regions[region]?.role === 'standby';
    const isThere = (region: string) => isWhereItServes(component, platform, region);
    if (startsToServe && standby(to) && isThere(to)) drafts.push(...grow(component, situation));
    if (component.holdsWrites && planned && from !== null) {
      if (isThere(to)) drafts.push(rehearse(to));
      drafts.push(...hold(situation, isThere));
    }
    if (planned && from !== null && standby(from) && isThere(from)) {
      drafts.push(...shrink(component, from));
    }
    return { drafts };
  },
};

function scale(component: Service, region: string, replicas: number, before: number): Draft {
  return {
    name: 'scale',
    verb: 'scale',
    region,
    arguments: { replicas, before, max: component.replicas.max },
    check: [{ fact: 'ready', is: 'at-least', value: replicas }],
    retry: { attemptsMax: 5, backoff: 'long' },
    // A Deployment is scaled through the Kubernetes API of its own region's cluster.
    controlPlanes: [{ service: 'eks', region }],
    doneWhen: `${replicas} of ${replicas} ready`,
  };
}

function grow(component: Service, situation: Situation): Draft[] {
  const region = situation.to;
  const before = component.standby.min;
  const replicas = component.replicas.min;
  if (before >= replicas) return [];
  const draft = scale(component, region, replicas, before);
  if (situation.planned) {
    // Clients are served elsewhere meanwhile: nobody waits for it.
    const gently = { ...draft.arguments, gently: true };
    return [{ ...draft, arguments: gently, needs: ['nodes'], provides: ['capacity'] }];
  }
  if (before === 0) return [{ ...draft, needs: ['nodes'], provides: ['capacity'] }];
  return [{ ...draft, needs: ['served', 'more-nodes'], background: true }];
}

/** The region that was left goes back to the size of a standby, last of all. */
function shrink(component: Service, region: string): Draft[] {
  const replicas = component.standby.min;
  const before = component.replicas.min;
  if (replicas >= before) return [];
  return [
    {
      ...scale(component, region, replicas, before),
      name: 'shrink',
      needs: ['served'],
      check: [{ fact: 'ready', is: 'at-most', value: replicas }],
      background: true,
      doneWhen: `no more than ${replicas} run`,
    },
  ];
}

/**
 * Before anything is held, the new side answers a write that goes all the way and writes nothing:
 * what it can't do yet, clients would meet in the middle of the move.
 */
function rehearse(region: string): Draft {
  return {
    name: 'rehearse',
    verb: 'verify',
    region,
    needs: ['prepared', 'capacity'],
    provides: ['rehearsed'],
    check: [{ fact: 'rehearsed', is: 'equal', value: true }],
    retry: { attemptsMax: 5, backoff: 'short' },
    doneWhen: 'the new side answers a rehearsed write',
  };
}

/**
 * Writes are let in on the old side until those in flight have ended; what comes meanwhile goes
 * over to the new side at once and waits there, so that the way is behind it when the new side may
 * write. So the new side holds first, and neither ever refuses one.
 */
function hold(situation: Situation, isThere: (region: string) => boolean): Draft[] {
  const { from, to } = situation;
  if (from === null) return [];
  const there = isThere(to) ? [to] : [];
  const regions = situation.hold.filter((region) => region !== to && isThere(region));
  const several = regions.length > 1;
  return [
    ...there.flatMap((region) =>
      holdIn(region, from, to, {
        hold: 'receive-writes',
        release: 'release-writes',
        needs: ['rehearsed'],
        provides: ['ready-to-move'],
        whenHeld: 'what comes from the old side waits here',
        whenReleased: 'what waited is written here',
      }),
    ),
    ...regions.flatMap((region) =>
      holdIn(region, from, to, {
        hold: several ? `hold-writes-${region}` : 'hold-writes',
        release: several ? `forward-writes-${region}` : 'forward-writes',
        needs: ['ready-to-move'],
        provides: ['held'],
        whenHeld: 'none is in flight, new ones wait on the new side',
        whenReleased: 'writes go to the new side',
      }),
    ),
  ];
}

/** Whoever was told of the epoch refuses a hold of an older one that is still on its way. */
const released: Draft['check'] = [
  { fact: 'held', is: 'equal', value: false },
  { fact: 'toldEpoch', is: 'at-least', value: { run: 'epoch' } },
];

interface Part {
  /** Names of the two steps. */
  readonly hold: string;
  readonly release: string;
  readonly needs: readonly Milestone[];
  readonly provides: readonly Milestone[];
  readonly whenHeld: string;
  readonly whenReleased: string;
}

function holdIn(region: string, from: string, to: string, part: Part): Draft[] {
  return [
    {
      name: part.hold,
      verb: 'hold-writes',
      region,
      // Unreleased, the gateway returns there by itself when its own limit is reached.
      arguments: { returnTo: from, to },
      needs: part.needs,
      provides: part.provides,
      check: [
        { fact: 'held', is: 'equal', value: true },
        { fact: 'inFlight', is: 'equal', value: 0 },
      ],
      retry: { attemptsMax: 2, backoff: 'short' },
      doneWhen: part.whenHeld,
      handover: {
        part: 'opens',
        back: {
          name: `${part.release}-back`,
          verb: 'release-writes',
          region,
          arguments: { to: from },
          check: released,
          doneWhen: 'writes go to the old side again',
        },
      },
    },
    {
      name: part.release,
      verb: 'release-writes',
      region,
      arguments: { to },
      needs: ['writable'],
      provides: ['released'],
      check: released,
      retry: { attemptsMax: 10, backoff: 'short' },
      doneWhen: part.whenReleased,
      handover: { part: 'closes' },
    },
  ];
}
