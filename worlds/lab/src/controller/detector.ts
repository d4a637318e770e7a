import {
  type DetectSettings,
  type DetectState,
  detect,
  type Sighting,
  startDetecting,
  type Verdict,
} from '@outrigger/recovery';
import { readSecret } from '../control/environment.ts';
import { type DatabaseMemberLayout, memberOf, portFrom, votersOf, zoneOf } from '../layout.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { LabControl } from './lab-control.ts';
import type { Look, Reach } from './reach.ts';
import { createWriteProbe, type WriteProbe } from './write-probe.ts';

export interface Detector {
  /** Resolves with the next verdict; one that was not waited for is kept. */
  next(signal?: AbortSignal): Promise<Detection>;
  /** Forgets what was said while nobody listened (a planned move looks like a crash to it). */
  clear(): void;
  stop(): void;
}

export interface Detection {
  readonly verdict: Verdict;
  /** Monotonic ms of the verdict. */
  readonly atMs: number;
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
  const { probeIntervalMs, probeThreshold, probeTimeoutMs } = layout.timing;
  const password = readSecret(layout.stateFolder, 'postgres-application');
  const settings: DetectSettings = {
    threshold: probeThreshold,
    healthyThreshold,
    stallMs,
    zones: Object.fromEntries(
      layout.regions.map((region) => [region.name, region.zones.map((zone) => zone.name)]),
    ),
  };
  let state: DetectState = startDetecting(settings);
  let record: ClusterRecord | null = null;
  let running = true;
  const pending: Detection[] = [];
  let wake: () => void = () => {};

  const see = (sighting: Sighting): void => {
    const detected = detect(state, sighting, settings);
    state = detected.state;
    if (detected.verdict === null) return;
    pending.push({ verdict: detected.verdict, atMs: lab.now() });
    wake();
  };

  const writers = (): readonly DatabaseMemberLayout[] =>
    Object.values(record?.databases ?? {}).flatMap((each) =>
      each.writer === null ? [] : [memberOf(layout, each.writer).member],
    );

  const writeProbes = new Map<string, WriteProbe>();
  const probeOf = (member: DatabaseMemberLayout): WriteProbe => {
    const known = writeProbes.get(member.id);
    if (known !== undefined) return known;
    const port = portFrom(layout, 'witness', member.region, member.proxyPort);
    const created = createWriteProbe({ port, password, source: 'controller' });
    writeProbes.set(member.id, created);
    return created;
  };

  const onLook = async (look: Look, probe: Promise<boolean> | null): Promise<void> => {
    const wrote = probe === null ? true : await probe;
    const at = lab.now();
    if (!running) return;
    see({
      kind: 'probe',
      region: zoneOf(layout, look.zone).region,
      zone: look.zone,
      sentAt: look.sentAt,
      at,
      dueAt: look.answered && wrote ? at : look.sentAt + probeTimeoutMs,
      result:
        wrote && (look.answered || probe !== null)
          ? 'answered'
          : look.answered
            ? 'writer-down'
            : 'missed',
    });
  };

  const leases = async (): Promise<void> => {
    const answer = await lab.witness.call<ClusterRecord>(
      'GET',
      '/record',
      undefined,
      probeTimeoutMs,
    );
    if (answer.kind === 'answered') record = answer.body;
    await Promise.all(
      Object.entries(record?.databases ?? {}).map(async ([component, database]) => {
        if (database.writer === null) return;
        const { member } = memberOf(layout, database.writer);
        const voters = votersOf(layout, member.region, member.zone);
        const votes = await Promise.all(
          voters.map(async (voter) => {
            const client = voter.zone === null ? lab.witness : lab.agent(voter.zone);
            const told = await client.call<LeaseView>('GET', '/lease', undefined, probeTimeoutMs);
            if (told.kind !== 'answered') return [voter.site, 'unknown'] as const;
            const vote = told.body[component];
            const isHeld =
              vote !== undefined && vote.holder === database.writer && vote.remainingMs > 0;
            return [voter.site, isHeld ? 'held' : 'lapsed'] as const;
          }),
        );
        if (!running) return;
        see({
          kind: 'lease',
          at: lab.now(),
          component,
          region: member.region,
          zone: member.zone,
          votes: Object.fromEntries(votes),
        });
      }),
    );
  };

  const timer = setInterval(() => {
    void leases();
    const probes = new Map<string, Promise<boolean>>();
    for (const member of writers()) {
      const before = probes.get(member.zone);
      const probe = probeOf(member).write(probeTimeoutMs);
      const both = before === undefined ? probe : Promise.all([before, probe]).then(allTrue);
      probes.set(member.zone, both);
    }
    reach.lookNow((look) => void onLook(look, probes.get(look.zone) ?? null));
  }, probeIntervalMs);
  void leases();

  return {
    async next(signal) {
      for (;;) {
        const detection = pending.shift();
        if (detection !== undefined) return detection;
        signal?.throwIfAborted();
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
    clear: () => {
      pending.length = 0;
    },
    stop: () => {
      running = false;
      clearInterval(timer);
      for (const probe of writeProbes.values()) probe.close();
    },
  };
}

function allTrue(values: readonly boolean[]): boolean {
  return values.every((value) => value);
}
