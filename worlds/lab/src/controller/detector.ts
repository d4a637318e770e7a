import {
  type DetectSettings,
  type DetectState,
  detect,
  type Sighting,
  startDetecting,
} from '@outrigger/recovery';
import { readSecret } from '../control/environment.ts';
import {
  type DatabaseMemberLayout,
  type LabLayout,
  memberOf,
  votersOf,
  zoneOf,
} from '../layout.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { LabControl } from './lab-control.ts';
import type { Look, Reach } from './reach.ts';
import { createVerdictQueue, type Detection } from './verdict-queue.ts';
import { createWriterProbes } from './writer-probes.ts';

export interface Detector {
  /** Resolves with the next verdict; one that was not waited for is kept. */
  next(signal?: AbortSignal): Promise<Detection>;
  /** Forgets what was said while nobody listened (a planned move looks like a crash to it). */
  clear(): void;
  stop(): void;
}

/** A timer of the observer that fires this much too late proves that it stood still itself. */
const stallMs = 60;
const healthyThreshold = 3;

interface LeaseView {
  readonly [component: string]: { readonly holder: string; readonly remainingMs: number };
}

/**
 * Looks all the time, from the controller's site: every zone's agent, a write to every writer, and
 * what both other sites say of its lease. The judgement is `detect`'s.
 */
export function startDetector(lab: LabControl, reach: Reach): Detector {
  const { layout } = lab;
  const settings = settingsOf(layout);
  const probes = createWriterProbes(layout, readSecret(layout.stateFolder, 'postgres-application'));
  const verdicts = createVerdictQueue();
  let state: DetectState = startDetecting(settings);
  let record: ClusterRecord | null = null;
  let running = true;

  const see = (sighting: Sighting): void => {
    if (!running) return;
    const detected = detect(state, sighting, settings);
    state = detected.state;
    if (detected.verdict !== null) verdicts.add({ verdict: detected.verdict, atMs: lab.now() });
  };

  const onLook = async (look: Look, wrote: Promise<boolean> | null): Promise<void> => {
    see(probeSighting(lab, look, wrote === null ? null : await wrote));
  };

  const lookAtLeases = async (): Promise<void> => {
    const { probeTimeoutMs } = layout.timing;
    const path = '/record';
    const answer = await lab.witness.call<ClusterRecord>('GET', path, undefined, probeTimeoutMs);
    if (answer.kind === 'answered') record = answer.body;
    await Promise.all(
      writersOf(layout, record).map(async ({ component, member }) => {
        see(await leaseSighting(lab, component, member));
      }),
    );
  };

  const timer = setInterval(() => {
    void lookAtLeases();
    const wrote = probes.write(writersOf(layout, record).map(({ member }) => member));
    reach.lookNow((look) => void onLook(look, wrote.get(look.zone) ?? null));
  }, layout.timing.probeIntervalMs);
  void lookAtLeases();

  return {
    next: verdicts.next,
    clear: verdicts.clear,
    stop: () => {
      running = false;
      clearInterval(timer);
      probes.close();
    },
  };
}

function settingsOf({ regions, timing }: LabLayout): DetectSettings {
  return {
    threshold: timing.probeThreshold,
    healthyThreshold,
    stallMs,
    zones: Object.fromEntries(
      regions.map((region) => [region.name, region.zones.map((zone) => zone.name)]),
    ),
  };
}

/** Each database's writer, by the newest record that was heard. */
function writersOf(layout: LabLayout, record: ClusterRecord | null) {
  return Object.entries(record?.databases ?? {}).flatMap(([component, { writer }]) =>
    writer === null ? [] : [{ component, member: memberOf(layout, writer).member }],
  );
}

/** `wrote`: whether the zone's writers acknowledged; null where none is. */
function probeSighting(lab: LabControl, look: Look, wrote: boolean | null): Sighting {
  const at = lab.now();
  const { zone, sentAt, answered } = look;
  const isWell = answered && wrote !== false;
  // An agent that does not answer, of a writer that does: it is busy, and the zone is there.
  const result = isWell || wrote === true ? 'answered' : answered ? 'writer-down' : 'missed';
  return {
    kind: 'probe',
    region: zoneOf(lab.layout, zone).region,
    zone,
    sentAt,
    at,
    dueAt: isWell ? at : sentAt + lab.layout.timing.probeTimeoutMs,
    result,
  };
}

async function leaseSighting(
  lab: LabControl,
  component: string,
  { id, region, zone }: DatabaseMemberLayout,
): Promise<Sighting> {
  const { probeTimeoutMs } = lab.layout.timing;
  const votes = await Promise.all(
    votersOf(lab.layout, region, zone).map(async (voter) => {
      const client = voter.zone === null ? lab.witness : lab.agent(voter.zone);
      const told = await client.call<LeaseView>('GET', '/lease', undefined, probeTimeoutMs);
      if (told.kind !== 'answered') return [voter.site, 'unknown'] as const;
      const vote = told.body[component];
      const isHeld = vote !== undefined && vote.holder === id && vote.remainingMs > 0;
      return [voter.site, isHeld ? 'held' : 'lapsed'] as const;
    }),
  );
  const at = lab.now();
  return { kind: 'lease', at, component, region, zone, votes: Object.fromEntries(votes) };
}
