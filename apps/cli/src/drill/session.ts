import { hostname } from 'node:os';
import {
  allRoots,
  type Controller,
  connectLab,
  type Detector,
  heal,
  type LabControl,
  type LabLayout,
  type LabProcess,
  type MemorySample,
  monotonicMs,
  ownIdentity,
  type Reach,
  sampleAnonymous,
  sampleMemory,
  startAgent,
  startDetector,
  startLabProcess,
  watchZones,
} from '@outrigger/lab';
import type { Platform } from '@outrigger/model';
import { type ProcessorSample, watchProcessors } from './processors.ts';
import type { Where } from './scenario.ts';

/** A running lab with a controller at its witness's site. */
export interface Session {
  readonly layout: LabLayout;
  readonly lab: LabControl;
  readonly reach: Reach;
  readonly detector: Detector;
  readonly controller: Controller;
  /** Where the first database is written now, as the witness has it. */
  where(): Promise<Where>;
  /** Heals what is broken and resolves when every zone answers again. */
  healAll(): Promise<void>;
  /**
   * The most that the lab took. What processes hold for themselves is asked each second; what they
   * share is measured once, here, when nothing is timed any more, and added.
   */
  peakMemory(): MemorySample;
  /** Of the machine's processors, since this began. */
  processors(): readonly ProcessorSample[];
  close(): Promise<void>;
}

const zoneBackMs = 60_000;
const lookAgainMs = 50;
const witnessAnswerMs = 1_000;
const memorySampleMs = 2_000;

export function openSession(
  stateFolder: string,
  given: {
    readonly platform: Platform;
    readonly platformDigest: string;
    readonly versions: { readonly [part: string]: string };
    readonly watch?: Controller['watch'];
  },
): Session {
  const lab = connectLab(stateFolder);
  const reach = watchZones(lab);
  const detector = startDetector(lab, reach);
  const controller: Controller = {
    lab,
    reach,
    ...given,
    name: `${hostname()} ${process.pid}`,
    clock: () => new Date().toISOString(),
  };
  const roots = () => [...allRoots(stateFolder), ownIdentity()];
  let anonymousPeak = 0;
  const sampler = setInterval(() => {
    anonymousPeak = Math.max(anonymousPeak, sampleAnonymous(roots()));
  }, memorySampleMs);
  const processors = watchProcessors();

  return {
    layout: lab.layout,
    lab,
    reach,
    detector,
    controller,
    where: () => whereOf(lab),
    async healAll() {
      await heal(stateFolder, 'all', healCallbacks(stateFolder));
      await zonesAnswer(lab, reach);
    },
    peakMemory() {
      const whole = sampleMemory(roots());
      const anonymous = sampleAnonymous(roots());
      const more = Math.max(0, anonymousPeak - anonymous);
      return { ...whole, bytes: whole.bytes + more };
    },
    processors: processors.seen,
    async close() {
      clearInterval(sampler);
      processors.stop();
      detector.stop();
      reach.stop();
      await lab.close();
    },
  };
}

export function healCallbacks(stateFolder: string) {
  return {
    startZone: async (zone: string): Promise<void> => {
      startAgent(stateFolder, zone);
    },
    startProcess: async (name: LabProcess): Promise<void> => {
      startLabProcess(stateFolder, name);
    },
  };
}

async function whereOf(lab: LabControl): Promise<Where> {
  const answer = await lab.witness.call<{
    databases: { [component: string]: { writer: string | null } };
  }>('GET', '/record', undefined, 2_000);
  const database = lab.layout.databases[0];
  const writer =
    answer.kind === 'answered' && database !== undefined
      ? answer.body.databases[database.component]?.writer
      : null;
  const member = database?.members.find((each) => each.id === writer) ?? database?.members[0];
  const zone = member?.zone ?? lab.layout.regions[0]?.zones[0]?.name ?? '';
  const region = member?.region ?? lab.layout.regions[0]?.name ?? '';
  return { region, zone, component: database?.component ?? '', layout: lab.layout };
}

/**
 * The witness answers, and each zone's agent has started what it is to run, and has said so from
 * now on: what was heard of a zone before it was lost still says that all is well.
 */
export async function zonesAnswer(lab: LabControl, reach: Reach): Promise<void> {
  const zones = lab.layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const fromMs = lab.now();
  const until = monotonicMs() + zoneBackMs;
  const isBack = (zone: string): boolean => {
    const last = reach.last(zone);
    return last !== null && last.at >= fromMs && last.state.ready;
  };
  for (;;) {
    const [witness] = await Promise.all([
      lab.witness.call('GET', '/readyz', undefined, witnessAnswerMs),
      reach.refresh(),
    ]);
    const isWitnessBack = witness.kind === 'answered';
    if (isWitnessBack && zones.every(isBack)) return;
    if (monotonicMs() > until) {
      const silent = zones.filter((zone) => !isBack(zone));
      const missing = [...(isWitnessBack ? [] : ['witness']), ...silent].join(', ');
      throw new Error(`after the heal ${missing} did not answer in ${zoneBackMs / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}
