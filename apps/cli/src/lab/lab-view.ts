import {
  type ActiveFault,
  activeFaults,
  type ClusterRecord,
  connectLab,
  type EndedPart,
  type EntryState,
  endedParts,
  type LabControl,
  type LabLayout,
  monotonicMs,
  standInsOf,
  type ZoneState,
} from '@outrigger/lab';
import { openJournals, viewRuns } from '../runs/journals.ts';
import { isUnended, type RunStatus } from '../runs/run-view.ts';
import { faultSentence, faultWords } from './fault-words.ts';
import type { RunningLab } from './lab-folder.ts';

/** What a lab looks like from the controller's place, with what its processes say beside it. */
export interface LabView {
  readonly platform: string;
  readonly stateFolder: string;
  readonly url: string;
  readonly witness: Answering;
  readonly entry: Answering;
  /** Null while the witness does not answer. */
  readonly epoch: number | null;
  readonly activeRegion: string | null;
  readonly regions: readonly RegionView[];
  readonly databases: readonly DatabaseView[];
  readonly fileStores: readonly FileStoreView[];
  /** Services that are not the user's own here: a labelled stand-in plays them. */
  readonly standIns: readonly string[];
  readonly faults: readonly FaultView[];
  /** Processes that are gone although no fault took them, as `lab down` names them. */
  readonly ended: readonly string[];
  readonly runs: readonly UnendedRun[];
}

/** `silent`: the process runs and does not answer; `gone`: it does not run. */
export type Answering = 'answers' | 'starting' | 'silent' | 'gone';

export interface RegionView {
  readonly name: string;
  /** Percent of new connections that the entry would give it; null: the entry is silent. */
  readonly dial: number | null;
  /** Whether the entry finds it ready. */
  readonly ready: boolean | null;
  readonly connections: number | null;
  readonly zones: readonly {
    readonly name: string;
    readonly agent: Answering;
    readonly services: readonly {
      readonly name: string;
      readonly ready: boolean;
      /** Whether a stand-in plays it. */
      readonly standIn: boolean;
    }[];
  }[];
}

export interface DatabaseView {
  readonly component: string;
  readonly epoch: number | null;
  readonly members: readonly {
    readonly zone: string;
    /** As its agent has it: `writer`, `standby`, `diverged`, … ; null: nobody tells. */
    readonly role: string | null;
    readonly isWriter: boolean;
    /** Whether it accepts a write now. */
    readonly writable: boolean;
    readonly streaming: boolean;
    readonly inSync: boolean;
    readonly lagMs: number | null;
    readonly salvaged: boolean;
  }[];
}

export interface FileStoreView {
  readonly component: string;
  readonly regions: readonly {
    readonly region: string;
    readonly role: string | null;
    readonly isSource: boolean;
    readonly lagMs: number | null;
    readonly files: number | null;
  }[];
}

export interface FaultView {
  readonly words: string;
  readonly sentence: string;
  readonly sinceMs: number;
}

export interface UnendedRun {
  readonly run: string;
  readonly what: string;
  readonly status: RunStatus;
  readonly asking: readonly string[];
}

/** Longer than any link of a calm lab needs; what is cut off is told as silent. */
const answerLimitMs = 1_500;

export function urlOf(layout: LabLayout): string {
  return `http://127.0.0.1:${layout.entry.port}/`;
}

/** Asks everything that can be asked, at once. It changes nothing. */
export async function viewLab(running: RunningLab): Promise<LabView> {
  const { stateFolder, layout } = running;
  const lab = connectLab(stateFolder);
  const journals = await openJournals(stateFolder);
  try {
    const ask = async <Body>(client: LabControl['witness'], path: string): Promise<Body | null> => {
      const answer = await client.call<Body>('GET', path, undefined, answerLimitMs);
      return answer.kind === 'answered' ? answer.body : null;
    };
    const zoneNames = layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
    const [record, entry, states, runs] = await Promise.all([
      ask<ClusterRecord>(lab.witness, '/record'),
      ask<EntryState>(lab.entry, '/state'),
      Promise.all(
        zoneNames.map(
          async (zone) => [zone, await ask<ZoneState>(lab.agent(zone), '/state')] as const,
        ),
      ),
      viewRuns(journals),
    ]);
    return assemble({
      running,
      record,
      entry,
      zones: new Map(states),
      faults: activeFaults(stateFolder),
      ended: endedParts(stateFolder),
      runs: runs.filter(isUnended),
      nowMs: monotonicMs(),
    });
  } finally {
    await Promise.all([lab.close(), journals.close()]);
  }
}

/** All that was told, raw. `null` is no answer. */
export interface Told {
  readonly running: RunningLab;
  readonly record: ClusterRecord | null;
  readonly entry: EntryState | null;
  readonly zones: ReadonlyMap<string, ZoneState | null>;
  readonly faults: readonly ActiveFault[];
  readonly ended: readonly EndedPart[];
  readonly runs: readonly UnendedRun[];
  readonly nowMs: number;
}

/** Pure: what was told, joined by the layout. */
export function assemble(told: Told): LabView {
  const { running, record, entry, faults, nowMs } = told;
  const { layout } = running;
  const epochs = Object.values(record?.databases ?? {}).map((database) => database.epoch);
  return {
    platform: layout.platform,
    stateFolder: running.stateFolder,
    url: urlOf(layout),
    witness: answering('witness', record !== null, running),
    entry: answering('entry', entry !== null, running),
    epoch: epochs.length === 0 ? null : Math.max(...epochs),
    activeRegion: record?.activeRegion ?? null,
    regions: layout.regions.map((region) => regionView(region, told)),
    databases: layout.databases.map((database) => databaseView(database, told)),
    fileStores: layout.fileStores.map((fileStore) => fileStoreView(fileStore, told)),
    standIns: standInsOf(layout),
    faults: faults.map(({ fault, atMs }) => ({
      words: faultWords(fault),
      sentence: faultSentence(fault),
      sinceMs: nowMs - atMs,
    })),
    ended: told.ended.map(partName),
    runs: told.runs.map(({ run, what, status, asking }) => ({ run, what, status, asking })),
  };
}

/** As `lab down` lists it. */
export function partName({ process, zone }: EndedPart): string {
  return zone === null ? process : `agent-${zone}`;
}

function answering(name: string, answers: boolean, { running }: RunningLab): Answering {
  if (answers) return 'answers';
  return running.includes(name) ? 'silent' : 'gone';
}

function regionView(region: LabLayout['regions'][number], told: Told): RegionView {
  const seen = told.entry?.regions.find((each) => each.region === region.name);
  const standIns = new Set(standInsOf(told.running.layout));
  return {
    name: region.name,
    dial: seen?.dial ?? null,
    ready: seen?.healthy ?? null,
    connections: seen?.connections ?? null,
    zones: region.zones.map(({ name }) => {
      const state = told.zones.get(name) ?? null;
      const agent = answering(`agent-${name}`, state !== null, told.running);
      return {
        name,
        agent: state !== null && !state.ready ? 'starting' : agent,
        services: Object.entries(state?.services ?? {}).map(([service, { ready }]) => ({
          name: service,
          ready,
          standIn: standIns.has(service),
        })),
      };
    }),
  };
}

function databaseView(
  { component, members }: LabLayout['databases'][number],
  told: Told,
): DatabaseView {
  const recorded = told.record?.databases[component];
  return {
    component,
    epoch: recorded?.epoch ?? null,
    members: members.map(({ id, zone }) => {
      const member = told.zones.get(zone)?.members.find((each) => each.member === id);
      return {
        zone,
        role: member?.role ?? null,
        isWriter: recorded?.writer === id,
        writable: member?.writable ?? false,
        streaming: member?.streaming ?? false,
        inSync: recorded?.inSync.includes(id) ?? false,
        lagMs: member?.lagMs ?? null,
        salvaged: member?.salvaged ?? false,
      };
    }),
  };
}

/** Any agent of a region tells of its copy. */
function fileStoreView(
  { component, regions }: LabLayout['fileStores'][number],
  told: Told,
): FileStoreView {
  const source = told.record?.fileStores[component]?.region;
  return {
    component,
    regions: regions.map(({ region }) => {
      const zones = told.running.layout.regions.find((each) => each.name === region)?.zones ?? [];
      const copy = zones
        .flatMap((zone) => told.zones.get(zone.name)?.fileStores ?? [])
        .find((each) => each.component === component);
      return {
        region,
        role: copy?.role ?? null,
        isSource: source === region,
        lagMs: copy?.lagMs ?? null,
        files: copy?.files ?? null,
      };
    }),
  };
}
