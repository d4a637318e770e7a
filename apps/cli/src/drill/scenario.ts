import type { Fault, LabLayout } from '@outrigger/lab';
import { type ObjectiveScope, type Platform, primaryRegion } from '@outrigger/model';
import type { Intent } from '@outrigger/recovery';
import { faultSentence, type Places, readFault, type WriterPlace } from '../lab/fault-words.ts';

/** One stretch of a drill: what is broken or moved, and what is expected to come of it. */
export interface PhaseScenario {
  readonly name: string;
  readonly fault: (where: Where) => { readonly fault: Fault; readonly what: string } | null;
  readonly intent: Intent | null;
  /** The objective that it is held against; null for the baseline. */
  readonly scope: ObjectiveScope | null;
  /**
   * Whether the controller has to find a loss. `if-any`: it recovers from what it finds. `nothing`:
   * one link, or the witness; a loss that it finds is a wrong verdict.
   */
  readonly detects: 'a-loss' | 'if-any' | 'nothing';
  /** How long it lasts beyond its recovery, ms. */
  readonly restMs: number;
  /** Heal at the end, and mend what the fault left behind (a zone's member joins again). */
  readonly heals: boolean;
  /** The run that follows the heal within this phase. */
  readonly mends: boolean;
}

/** Where the platform's writes are when a phase begins. */
export interface Where extends WriterPlace {
  readonly layout: LabLayout;
}

const restMs = 2_500;

const steady: PhaseScenario = {
  name: 'steady',
  fault: () => null,
  intent: null,
  scope: null,
  detects: 'nothing',
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
  detects: 'a-loss',
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
  detects: 'a-loss',
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
    detects: 'nothing',
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
 * What `npm run bench -- lab` repeats: two planned moves, then the loss; and the way home, where
 * salvage shows whether it has what the loss cost. Nobody moves a service that was started seconds
 * ago: for so long its processes compile what clients make them run, and so does the region that it
 * has moved to.
 */
export const benchDrill: readonly PhaseScenario[] = [
  { ...steady, restMs: 8_000 },
  { ...move('switchover', 'switchover'), restMs: 5_000 },
  { ...move('switchback', 'switchover'), restMs: 3_000 },
  regionLoss,
  move('failback', 'failback'),
];

/** One fault, its recovery, its heal, and the way home when the writer moved. */
export function faultDrill(
  words: string,
  platform: Platform,
  places: Places,
): readonly PhaseScenario[] {
  const said = readFault(words, places, '--failure');
  const home = primaryRegion(platform);
  const atStart = said.at({ region: home.name, zone: home.zones[0]?.name ?? '', component: '' });
  const leavesRegion = 'region' in atStart && atStart.region === home.name;
  const phase: PhaseScenario = {
    ...phaseOf(atStart),
    fault: (where) => {
      const fault = said.at(where);
      return { fault, what: faultSentence(fault) };
    },
    mends: !leavesRegion,
  };
  return leavesRegion ? [steady, phase, move('failback', 'failback')] : [steady, phase];
}

/** How long what should stop nobody is watched, ms: several times what a detection takes. */
const harmlessMs = 5_000;

function phaseOf(fault: Fault): Omit<PhaseScenario, 'fault' | 'mends'> {
  const phase = { name: fault.kind, heals: true, restMs } as const;
  switch (fault.kind) {
    case 'zone-loss':
      return { ...phase, intent: 'failover', scope: 'zone-loss', detects: 'a-loss' };
    case 'region-loss':
    case 'partition':
      return { ...phase, intent: 'failover', scope: fault.kind, detects: 'a-loss' };
    case 'frozen': {
      const scope = 'zone' in fault ? 'zone-loss' : 'region-loss';
      return { ...phase, intent: 'failover', scope, detects: 'a-loss' };
    }
    case 'process-crash': {
      const timing = { detects: 'if-any', restMs: harmlessMs } as const;
      return { ...phase, ...timing, intent: null, scope: 'zone-loss' };
    }
    case 'witness-loss':
    case 'cut':
    case 'slow-link': {
      // Nobody may notice, so what is allowed is what a planned move may cost.
      const timing = { detects: 'nothing', restMs: harmlessMs } as const;
      return { ...phase, ...timing, intent: null, scope: 'switchover' };
    }
    default:
      return fault satisfies never;
  }
}
