/**
 * The lab: a platform's recovery rehearsed on one machine, with real PostgreSQL and real processes.
 * Each zone is a tree of processes under an agent; sites are joined by links that can be slowed and
 * cut; a witness keeps the journal, the epoch and the in-sync set; in front stands an entry with
 * Global Accelerator's semantics. The controller learns of a fault over the network only: breaking
 * things is `inject` and `heal`, which it can't import. What the lab measures says nothing about
 * how long AWS takes for its own calls, and is never printed as if it did.
 */

export { holdMsMax } from './agent/service-verbs.ts';
export type { LogLevel } from './build-layout.ts';
export { monotonicMs } from './control/clock.ts';
export { readLayout } from './control/environment.ts';
export { type Detector, startDetector } from './controller/detector.ts';
export { connectLab, type LabControl, type ZoneState } from './controller/lab-control.ts';
export { type Reach, watchZones } from './controller/reach.ts';
export {
  type Controller,
  labIntervals,
  type Prepared,
  prepareRun,
  resumeRun,
  startRun,
} from './controller/run.ts';
export { observeTopology } from './controller/topology.ts';
export type { Detection } from './controller/verdict-queue.ts';
export { labJournal, labWorld } from './controller/world.ts';
export type { EntryState } from './entry/entry.ts';
export { type EndedPart, endedParts, startEnded } from './faults/ended.ts';
export type { ActiveFault, Fault, InjectReport } from './faults/fault.ts';
export { heal } from './faults/heal.ts';
export { inject } from './faults/inject.ts';
export { activeFaults } from './faults/record.ts';
export { askHolderToEnd } from './holder.ts';
export { down, type Lab, type LabOptions, labStatus, up } from './lab.ts';
export { type LabPlatform, readLabPlatform } from './lab-platform.ts';
export { labTiming, linkDelayMs } from './lab-timing.ts';
export { labTimings } from './lab-timings.ts';
export { type LabProcess, startAgent, startLabProcess } from './launch.ts';
export type { LabLayout } from './layout.ts';
export { type AuditResult, auditWrites, whyNoAudit } from './load/audit.ts';
export { type Load, type LoadStart, startLoad } from './load/load-process.ts';
export type { LoadStatus, LoadSummary } from './load/messages.ts';
export { loadDefaults, loadOfRate, rateBounds } from './load/options.ts';
export { keptKeys, readSalvaged } from './load/salvaged.ts';
export { type PlayedPart, playedPart } from './played-part.ts';
export { ownIdentity, type ProcessIdentity } from './processes/identity.ts';
export { makeFolder } from './processes/make-folder.ts';
export { type MemorySample, sampleAnonymous, sampleMemory } from './processes/memory.ts';
export { type Attempt, describeProblem, type Problem } from './processes/problem.ts';
export { allRoots } from './processes/recorded.ts';
export { type MissingProgram, missingPrograms } from './run-words.ts';
export { entranceIn, entranceOf, reaches, standInsOf, writePath } from './stand-in.ts';
export { openEarlierRuns } from './witness/earlier-runs.ts';
export { type JournalStore, openJournal, type RunSummary } from './witness/journal.ts';
export type { ClusterRecord } from './witness/record.ts';
