/**
 * Recovery: plans, the engine that runs them, and the rules that they keep. Everything in here is a
 * pure function of its arguments: no clock, no randomness, no network, no ids made up. What acts is
 * a `World`, what remembers is a `Journal`; both are interfaces that others implement.
 */
export type { Action, FenceProof, Json, Verb } from './action.ts';
export { verbs } from './action.ts';
export { Announced } from './announced.ts';
export {
  type CapacityPart,
  growthOf,
  type ServingCapacity,
  servingCapacity,
} from './capacity.ts';
export { retriableSteps } from './command.ts';
export { homeOf } from './control-planes.ts';
export { isHurt, overwriteApproval } from './copies.ts';
export { databaseSteps, lossApproval, transfer } from './databases.ts';
export {
  type Detected,
  type DetectSettings,
  type DetectState,
  detect,
  type Sighting,
  startDetecting,
  type Verdict,
} from './detect.ts';
export {
  type Approver,
  type Drive,
  type DriveOptions,
  drive,
  type NewRun,
  type RunResult,
  resume,
} from './drive.ts';
export {
  actionDuration,
  type Duration,
  type Durations,
  durationsOf,
  type Find,
  finder,
  lagName,
  type Moment,
  timingKey,
  untimed,
} from './durations.ts';
export type { Effect, EngineIntervals, NewRecord, RunEvent, Timer } from './effect.ts';
export { isStill, step } from './engine.ts';
export {
  type Estimate,
  estimate,
  type MomentEstimate,
  type Quantiles,
  quantile,
  type StepEstimate,
} from './estimate.ts';
export { servedBy } from './explain/words.ts';
export { type ExplainFormat, explain, explainFormats } from './explain.ts';
export type {
  Contribution,
  Draft,
  FacetInput,
  FactCheck,
  Milestone,
  NoFacet,
  RecoveryFacet,
  RecoveryFacets,
} from './facet.ts';
export {
  checkInvariants,
  type EffectSeen,
  type Evidence,
  type InvariantResult,
  type WritingSeen,
} from './invariants.ts';
export type { Journal, JournalRecord } from './journal.ts';
export { type JournaledTimes, journaledTimes } from './journaled-times.ts';
export type { Life, StepLife } from './life.ts';
export type { Handover, Plan } from './plan.ts';
export { type Planned, plan } from './planner.ts';
export { gibOf, isBuiltLater, isWhereItServes, rebuild, sizeNotes } from './rebuilding.ts';
export {
  type CopyState,
  type DataState,
  type RecoveryState,
  readRecoveryState,
  startState,
} from './recovery-state.ts';
export { journalVersion, type Replayed, replay } from './replay.ts';
export {
  type Intent,
  intents,
  type Loss,
  type PlanObjective,
  type PlanProblem,
  type PlanRequest,
  placeOf,
} from './request.ts';
export { begin, handoverOf, isWayBackGivenUp, type RunState, whyNoCancel } from './run-state.ts';
export { clientsWaitFor } from './served.ts';
export { isLost, type Move, type Situation } from './situation.ts';
export { startTopology } from './start-topology.ts';
export type { Condition, ControlPlane, Expected, RetryPolicy, Step } from './step.ts';
export {
  type ConformanceCase,
  type ConformanceSubject,
  conformance,
} from './testing/conformance.ts';
export type { DirectWorld } from './testing/direct-world.ts';
export { leaseMs } from './testing/memory-lease.ts';
export type { MemoryModel } from './testing/memory-model.ts';
export type { MemoryEffect } from './testing/memory-performer.ts';
export { type LostWrites, type Writing, wanted } from './testing/memory-store.ts';
export {
  type ControllerView,
  createMemoryWorld,
  type MemoryWatch,
  type MemoryWorld,
  type MemoryWorldOptions,
  type PerformFault,
  type SightFault,
} from './testing/memory-world.ts';
export { memoryIntervals, type Pace } from './testing/pace.ts';
export { type TestPlatformOptions, testPlatform } from './testing/platforms.ts';
export {
  type PlanProperty,
  type PropertySubject,
  planProperties,
} from './testing/properties.ts';
export { agreeable, type Rehearsal, type RehearsalOptions, rehearse } from './testing/rehearse.ts';
export { type Scenario, scenariosOf } from './testing/scenarios.ts';
export { transcript } from './testing/transcript.ts';
export { seeded } from './testing/virtual-time.ts';
export {
  type Checks,
  type Distribution,
  type During,
  gibLoaded,
  type MeasuredTime,
  type Timing,
  type Timings,
  timedAs,
  timingNames,
} from './timings.ts';
export { type RuleBroken, ToldRun } from './told-run.ts';
export type { DataTopology, Member, Topology } from './topology.ts';
export { ledTo, trafficSteps } from './traffic.ts';
export type { Command, EndStatus, Question, Transition } from './transition.ts';
export { epochOf, type Stepped } from './turn.ts';
export type { Observation, Outcome, PerformContext, Subject, World } from './world.ts';
