import { readFileSync } from 'node:fs';
import { arch, cpus, platform as systemName, totalmem } from 'node:os';
import { labTiming, linkDelayMs, rateBounds, standInsOf } from '@outrigger/lab';
import { formatBytes } from '@outrigger/model';
import type { Environment } from '@outrigger/report';
import { commit } from '../program-version.ts';
import type { ReportInput } from './report-input.ts';

/** Where and how the figures came about: a figure without it is worth little. */
export function environmentOf(input: ReportInput): Environment {
  const { layout } = input.session;
  const zones = layout.regions.flatMap((region) => region.zones);
  const { memory } = input;
  const { writesPerSecond, readsPerSecond } = input.result.clients;
  const calm = layout.links.calm;
  const linkMs = calm?.regionDelayMs ?? linkDelayMs.regionToRegion;
  const steps = input.result.phases.flatMap((phase) =>
    phase.runs.map((run) => run.plan.steps.length),
  );
  const postgres = JSON.parse(readFileSync(`${input.stateFolder}/installation.json`, 'utf8')) as {
    version: string;
  };
  return {
    world:
      `lab, ${layout.regions.length} regions, ${zones.length} zones, ${memory.processes} ` +
      'processes',
    database:
      `PostgreSQL ${postgres.version}, writer + synchronous standby, asynchronous across ` +
      'regions',
    link:
      `${linkMs} ms each way between regions, ` +
      `${calm?.witnessDelayMs ?? linkDelayMs.witnessToRegion} ms to the witness, 1 Gbit/s`,
    load:
      `open loop, ${writesPerSecond} writes/s and ${readsPerSecond} reads/s, ` +
      `${input.result.load.withoutUploads === null ? '' : 'no pictures, '}` +
      `${Math.round((input.result.endedAtMs - input.result.startedAtMs) / 1000)} s`,
    machine:
      `${systemNames[systemName()] ?? systemName()} ${arch()}, ${cpus().length} cores, ` +
      `${formatBytes(totalmem())}; peak memory ${formatBytes(memory.bytes)} (${memory.measure})`,
    versions: `Outrigger ${input.version}${builtFrom()}, Node ${process.versions.node}`,
    plan:
      `${steps.reduce((sum, each) => sum + each, 0)} steps in ${steps.length} runs, platform ` +
      `sha256 ${input.loaded.digest.slice(0, 8)}`,
    folded: layout.folded,
    standIns: [
      ...standInsOf(layout).map((name) => `${name} is played by a stand-in`),
      ...mysqlPlayed(input),
      'Nodes are not launched in the lab: they count as ready at once',
    ],
    measurementErrorMs: input.result.latenessMs,
    reproduce: input.reproduce,
    settings: {
      probeIntervalMs: labTiming.probeIntervalMs,
      probeThreshold: labTiming.probeThreshold,
      linkOneWayMs: linkMs,
      leaseMs: labTiming.leaseMs,
      writesPerSecond,
      readsPerSecond,
      requestsPerSecondDefault: rateBounds.max,
    },
  };
}

function builtFrom(): string {
  const name = commit();
  return name === null ? '' : ` (commit ${name})`;
}

const systemNames: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS' };

function mysqlPlayed({ loaded }: ReportInput): string[] {
  return Object.values(loaded.platform.components)
    .filter((component) => component.kind === 'aurora' && component.engine === 'mysql')
    .map((component) => `${component.name}: MySQL is played by PostgreSQL`);
}
