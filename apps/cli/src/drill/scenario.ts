import type { Fault, LabLayout } from '@outrigger/lab';
import type { ObjectiveScope, Platform } from '@outrigger/model';
import type { Intent } from '@outrigger/recovery';
import { refuseArgument } from '../refusal.ts';

/** One stretch of a drill: what is broken or moved, and what is expected to come of it. */
export interface PhaseScenario {
  readonly name: string;
  readonly fault: (where: Where) => { readonly fault: Fault; readonly what: string } | null;
  readonly intent: Intent | null;
  /** The objective that it is held against; null for the baseline. */
  readonly scope: ObjectiveScope | null;
  /** Whether the controller should find something to recover from. */
  readonly detects: boolean;
  /** How long it lasts beyond its recovery, ms. */
  readonly restMs: number;
  /** Heal at the end, and mend what the fault left behind (a zone's member joins again). */
  readonly heals: boolean;
  /** The run that follows the heal within this phase. */
  readonly mends: boolean;
}

/** Where the platform's writes are when a phase begins. */
export interface Where {
  readonly region: string;
  readonly zone: string;
  readonly layout: LabLayout;
}

const restMs = 2_500;

const steady: PhaseScenario = {
  name: 'steady',
  fault: () => null,
  intent: null,
  scope: null,
  detects: false,
  restMs: 4_000,
  heals: false,
  mends: false,
};

const zoneLoss: PhaseScenario = {
  name: 'zone-loss',
  fault: ({ zone }) => ({
    fault: { kind: 'zone-loss', zone },
    what: `${zone} killed, with the writer`,
  }),
  intent: 'failover',
  scope: 'zone-loss',
  detects: true,
  restMs,
  heals: true,
  mends: true,
};

const regionLoss: PhaseScenario = {
  name: 'region-loss',
  fault: ({ region }) => ({
    fault: { kind: 'region-loss', region },
    what: `${region} killed, all of it`,
  }),
  intent: 'failover',
  scope: 'region-loss',
  detects: true,
  restMs,
  heals: true,
  mends: false,
};

function move(name: string, intent: Intent): PhaseScenario {
  return {
    name,
    fault: () => null,
    intent,
    scope: 'switchover',
    detects: false,
    restMs: 1_500,
    heals: false,
    mends: false,
  };
}

/** The whole of it: what `npm start` shows. */
export const fullDrill: readonly PhaseScenario[] = [
  steady,
  zoneLoss,
  regionLoss,
  move('failback', 'failback'),
  move('switchover', 'switchover'),
  move('switchback', 'switchover'),
];

/** Planned moves alone, for a bench. */
export const plannedDrill: readonly PhaseScenario[] = [
  steady,
  move('switchover', 'switchover'),
  move('switchback', 'switchover'),
];

/**
 * What `npm run bench -- lab` repeats: two planned moves, then the loss, in as little time as they
 * need.
 */
export const benchDrill: readonly PhaseScenario[] = [
  { ...steady, restMs: 2_000 },
  move('switchover', 'switchover'),
  move('switchback', 'switchover'),
  { ...regionLoss, heals: false },
];

/** One fault, its recovery, its heal, and the way home when the writer moved. */
export function faultDrill(words: string, platform: Platform): readonly PhaseScenario[] {
  const [kind = '', ...places] = words.split(':');
  const make = makers[kind];
  if (make === undefined) {
    throw refuseArgument(
      '--failure',
      words,
      'the lab cannot inject this',
      `known are ${Object.keys(makers).join(', ')}; most take a place, as in region-loss:us-east-1`,
    );
  }
  const phase = make(places, platform);
  const comesHome = phase.name === 'region-loss' || phase.name === 'partition' || places.length > 0;
  const moved = phase.scope === 'region-loss' || phase.scope === 'partition';
  return moved && comesHome ? [steady, phase, move('failback', 'failback')] : [steady, phase];
}

type Maker = (places: readonly string[], platform: Platform) => PhaseScenario;

const makers: Readonly<Record<string, Maker>> = {
  'zone-loss': ([zone], platform) => {
    if (zone === undefined) return zoneLoss;
    demandZone('zone-loss', zone, platform);
    return {
      ...zoneLoss,
      fault: () => ({ fault: { kind: 'zone-loss', zone }, what: `${zone} killed` }),
    };
  },
  'region-loss': ([region], platform) => {
    if (region === undefined) return regionLoss;
    demandRegion('region-loss', region, platform);
    return {
      ...regionLoss,
      fault: () => ({
        fault: { kind: 'region-loss', region },
        what: `${region} killed, all of it`,
      }),
    };
  },
  partition: ([given], platform) => {
    if (given !== undefined) demandRegion('partition', given, platform);
    return {
      ...regionLoss,
      name: 'partition',
      scope: 'partition',
      fault: ({ region }) => ({
        fault: { kind: 'partition', region: given ?? region },
        what: `${given ?? region} cut off; clients still reach it`,
      }),
    };
  },
  frozen: ([place], platform) => ({
    ...zoneLoss,
    name: 'frozen',
    scope:
      place !== undefined && platform.regions[place] !== undefined ? 'region-loss' : 'zone-loss',
    fault: ({ zone }) =>
      place !== undefined && platform.regions[place] !== undefined
        ? { fault: { kind: 'frozen', region: place }, what: `${place} stopped, then let go` }
        : {
            fault: { kind: 'frozen', zone: place ?? zone },
            what: `${place ?? zone} stopped, then let go`,
          },
    mends: !(place !== undefined && platform.regions[place] !== undefined),
  }),
  'witness-loss': () =>
    harmless('witness-loss', () => ({
      fault: { kind: 'witness-loss' },
      what: 'the witness killed',
    })),
  cut: ([from, to, how], platform) => {
    for (const site of [from, to]) {
      if (site === undefined || (site !== 'witness' && platform.regions[site] === undefined)) {
        throw refuseArgument(
          '--failure',
          ['cut', from, to].filter((word) => word !== undefined).join(':'),
          `a cut is between two of ${[...Object.keys(platform.regions), 'witness'].join(', ')}`,
          'write cut:us-east-1:us-west-2, with :one-way behind it for one direction',
        );
      }
    }
    const oneWay = how === 'one-way';
    const fault: Fault = { kind: 'cut', from: from ?? '', to: to ?? '', oneWay };
    return harmless('cut', () => ({
      fault,
      what: `${from} to ${to} cut${oneWay ? ', one way' : ''}`,
    }));
  },
  'slow-link': ([from, to, delay], platform) => {
    demandRegion('slow-link', from ?? '', platform);
    const delayMs = Number(delay ?? 200);
    return harmless('slow-link', () => ({
      fault: {
        kind: 'slow-link',
        from: from ?? '',
        to: to ?? 'witness',
        delayMs,
        bandwidthBytesPerSecond: null,
      },
      what: `${from} to ${to ?? 'witness'}: ${delayMs} ms each way`,
    }));
  },
  'process-crash': ([zone, process], platform) => {
    if (zone !== undefined) demandZone('process-crash', zone, platform);
    return {
      ...zoneLoss,
      name: 'process-crash',
      detects: false,
      heals: false,
      mends: false,
      intent: null,
      fault: (where) => ({
        fault: {
          kind: 'process-crash',
          zone: zone ?? where.zone,
          process: process ?? where.layout.databases[0]?.component ?? '',
        },
        what: `${process ?? 'the writer'} crashed in ${zone ?? where.zone}`,
      }),
    };
  },
};

/** Nothing may come of it: no failover, no write outage. */
function harmless(name: string, fault: PhaseScenario['fault']): PhaseScenario {
  return {
    name,
    fault,
    intent: null,
    scope: 'zone-loss',
    detects: false,
    restMs: 5_000,
    heals: true,
    mends: false,
  };
}

function demandRegion(kind: string, region: string, platform: Platform): void {
  if (platform.regions[region] !== undefined) return;
  const known = Object.keys(platform.regions).join(', ');
  throw refuseArgument('--failure', `${kind}:${region}`, 'no such region', `known are ${known}`);
}

function demandZone(kind: string, zone: string, platform: Platform): void {
  const zones = Object.values(platform.regions).flatMap((region) =>
    region.zones.map((each) => each.name),
  );
  if (zones.includes(zone)) return;
  throw refuseArgument(
    '--failure',
    `${kind}:${zone}`,
    'no such zone',
    `known are ${zones.join(', ')}`,
  );
}
