/**
 * Recoveries in virtual time: a plan as a plain graph of steps with distributions, evaluated a
 * million times, or run by the real engine over the same draws. Everything is a function of its
 * arguments: no clock, no file, no randomness but what a seed gives.
 */

export { awsTimings } from './aws-timings.ts';
export {
  type CalibratedTiming,
  type Calibration,
  calibrate,
  type DrilledTimes,
  samplesMin,
} from './calibrate.ts';
export { type CheckedGraph, checkGraph } from './check-graph.ts';
export { clientGroups } from './client-tail.ts';
export { type CountedRuns, countRuns } from './count-runs.ts';
export {
  type CriticalPath,
  criticalPath,
  type Decision,
  type PathPart,
  type PathRequest,
  type PathStep,
  type TracedPath,
} from './critical-path.ts';
export { drawNames } from './draw-names.ts';
export { waitedIn } from './engine-path.ts';
export { type Counting, type EngineRequest, EngineRuns } from './engine-runs.ts';
export {
  type Block,
  type Compiled,
  compile,
  type Evaluated,
  evaluate,
  evaluateBlock,
  type Limit,
  type OutputDistribution,
  type Request,
  runProblems,
  summarise,
} from './evaluate.ts';
export { durationMsMax } from './histogram.ts';
export type { HistogramRow } from './histogram-rows.ts';
export { endOf, graphOfPlan, planOutputs, rtoOf } from './plan-graph.ts';
export {
  type Drawn,
  type PlanRun,
  type PlanRunOptions,
  planRunner,
} from './plan-run.ts';
export type { Program } from './program.ts';
export { type RunSampler, runSampler } from './sample-run.ts';
export { DrawSource } from './sampler.ts';
export type { Mend, P99, Sensitivity } from './sensitivity.ts';
export {
  type ClientsServed,
  type Judged,
  type Simulated,
  type Simulation,
  type SimulationRequest,
  type SimulationResult,
  type StoreLossDistribution,
  simulate,
} from './simulation.ts';
export type { Draw, Expression, Output, Spread, StepGraph } from './step-graph.ts';
export { lagDraws, type StoreLoss, storeLosses } from './stores.ts';
export { merge, type Tally } from './tally.ts';
export { type ReadTimings, readTimings, timingsText, writeTimings } from './timings-file.ts';
export { followedRuns, type Unfollowed, unfollowed } from './unfollowed.ts';
export { distributionOf, drawOf, type Unit } from './units.ts';
export { isFenceUnproven } from './unproven-fence.ts';
export { type ShareWithInterval, wilson } from './wilson.ts';
export type { Disturbance, Interference, Stage, Taken } from './world/disturbance.ts';
export { disturbances } from './world/disturbances.ts';
export { constantOf, type Figure } from './world/figure.ts';
export type { OwnFigure, WorldTimings } from './world/own-figures.ts';
export { createSimWorld, type SimWorldOptions } from './world/sim-world.ts';
export { givenUpMs, type WorldRun, worldRunner } from './world/world-run.ts';
export type { Struck, WorldTold } from './world/world-tally.ts';
