/**
 * Recoveries in virtual time. What is here so far is the fast evaluator: a recovery as a plain
 * graph of steps with distributions, run a million times. Everything is a pure function of its
 * arguments: no clock, no file, no randomness but what a seed gives.
 */

export { awsTimings } from './aws-timings.ts';
export { type CheckedGraph, checkGraph } from './check-graph.ts';
export {
  type CriticalPath,
  criticalPath,
  type Decision,
  type PathPart,
  type PathRequest,
  type PathStep,
  type TracedPath,
} from './critical-path.ts';
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
export { endOf, graphOfPlan, planOutputs, rtoOf } from './plan-graph.ts';
export { drawNames, type PlanRun, type PlanRunOptions, planRunner } from './plan-run.ts';
export type { Program } from './program.ts';
export { type RunSampler, runSampler } from './sample-run.ts';
export { DrawSource } from './sampler.ts';
export type { Draw, Expression, Output, Spread, StepGraph } from './step-graph.ts';
export { merge, type Tally } from './tally.ts';
export { drawOf, type Unit } from './units.ts';
export { type ShareWithInterval, wilson } from './wilson.ts';
