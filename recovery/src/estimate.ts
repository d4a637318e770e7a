import { growthOf } from './capacity.ts';
import { durationsOf, type Moment } from './durations.ts';
import type { Plan } from './plan.ts';
import { clientsWaitFor } from './served.ts';
import type { Distribution, Timing, Timings } from './timings.ts';

/** Ms at three shares of all outcomes. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface StepEstimate {
  readonly id: string;
  /** The median of its own duration, ms. */
  readonly expectedMs: number;
  /** When it begins if everything takes its median: from the failure or the planned start, ms. */
  readonly startMs: number;
  readonly basis: Timing['basis'];
  readonly source: string;
  /** On the way to the last served client. */
  readonly critical: boolean;
}

/** What is timed and is no step. */
export interface MomentEstimate {
  readonly id: Moment['id'];
  /** Its median, ms. */
  readonly expectedMs: number;
  readonly basis: Timing['basis'];
  readonly source: string;
}

export interface Estimate {
  /** Whose timings: lab figures judge no AWS objective. */
  readonly world: Timings['world'];
  /** Until the failure is noticed; 0 for a planned move. */
  readonly detectionMs: number;
  /** From the failure (or the start) until every client is served: what an RTO is held against. */
  readonly servedMs: Quantiles;
  /** Until all of the capacity is there too, by which a region serves normally. */
  readonly fullMs: Quantiles;
  /** Until the background is done too. */
  readonly makespanMs: Quantiles;
  /** From the hold of a handover until a write is answered again; null when none are held. */
  readonly pauseMs: Quantiles | null;
  readonly criticalPath: readonly string[];
  readonly steps: readonly StepEstimate[];
  /** Before the first step and after the last; none in a planned move. */
  readonly moments: readonly MomentEstimate[];
  /** Of the expected time of critical path and moments, 0 to 1, what rests on assumed durations. */
  readonly assumedShare: number;
  /** How the quantiles came about, in a sentence. */
  readonly method: string;
}

/** Equal shares into which each duration is cut; a prime, so that no pattern repeats over it. */
const sampleCount = 499;

const method =
  `${sampleCount} runs of the plan; each duration is dealt to them in equal shares, ` +
  'in an order fixed by its step’s name';

/**
 * Joins a plan with a world's durations. Each duration is cut into 499 equal shares that are dealt
 * to 499 runs in an order drawn from the step's name (a Latin hypercube), so the same plan and
 * timings give the same quantiles, to the last digit.
 */
export function estimate(plan: Plan, timings: Timings): Estimate {
  const { steps: found, moments, firstWrite } = durationsOf(plan, timings);
  const expected = found.map(({ distribution }) => quantile(distribution, 0.5));
  const graph = graphOf(plan, timings);

  const served: number[] = [];
  const full: number[] = [];
  const makespan: number[] = [];
  const pause: number[] = [];
  const shares = sharesOnce();
  const drawn = found.map(({ distribution }, index) =>
    dealt(plan.steps[index]?.id ?? '', shares(distribution)),
  );
  const momentsDrawn = moments.map(({ id, distribution }) => dealt(id, shares(distribution)));
  const answering =
    firstWrite === null ? null : dealt('first-write', shares(firstWrite.distribution));
  for (let sample = 0; sample < sampleCount; sample += 1) {
    const [begin = 0, ...after] = momentsDrawn.map((values) => values[sample] ?? 0);
    const run = passThrough(graph, (index) => drawn[index]?.[sample] ?? 0, begin);
    const servedMs = after.reduce((sum, each) => sum + each, run.servedMs);
    served.push(servedMs);
    full.push(Math.max(servedMs, run.grownMs));
    makespan.push(run.makespanMs);
    pause.push(run.pauseMs + (answering?.[sample] ?? 0));
  }
  const told = moments.map(({ id, distribution, basis, source }): MomentEstimate => {
    return { id, expectedMs: quantile(distribution, 0.5), basis, source };
  });
  const detectionMs = told[0]?.expectedMs ?? 0;
  const median = passThrough(graph, (index) => expected[index] ?? 0, detectionMs);
  const critical = criticalPath(graph, median);
  const onPath = new Set(critical);
  const steps = found.map(({ basis, source }, index): StepEstimate => {
    const id = plan.steps[index]?.id ?? '';
    const expectedMs = expected[index] ?? 0;
    const startMs = (median.ends[index] ?? 0) - expectedMs;
    return { id, expectedMs, startMs, basis, source, critical: onPath.has(index) };
  });
  return {
    world: timings.world,
    detectionMs,
    servedMs: quantiles(served),
    fullMs: quantiles(full),
    makespanMs: quantiles(makespan),
    pauseMs: plan.handover === null ? null : quantiles(pause),
    criticalPath: critical.map((index) => plan.steps[index]?.id ?? ''),
    steps,
    moments: told,
    assumedShare: assumedShare(steps, told),
    method,
  };
}

function assumedShare(steps: readonly StepEstimate[], moments: readonly MomentEstimate[]) {
  let whole = 0;
  let assumed = 0;
  for (const each of [...moments, ...steps.filter(({ critical }) => critical)]) {
    whole += each.expectedMs;
    if (each.basis === 'assumed') assumed += each.expectedMs;
  }
  return whole === 0 ? 0 : assumed / whole;
}

interface Graph {
  readonly after: readonly (readonly number[])[];
  /** Clients are served when these have ended. */
  readonly waited: readonly number[];
  /** All of the capacity is there when these have ended. */
  readonly grows: readonly number[];
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

function graphOf(plan: Plan, timings: Timings): Graph {
  const positions = new Map(plan.steps.map((step, index) => [step.id, index]));
  const at = (ids: readonly string[]) => ids.map((id) => positions.get(id) ?? 0);
  return {
    after: plan.steps.map((step) => at(step.after)),
    waited: at(clientsWaitFor(plan, timings).map(({ id }) => id)),
    grows: at(growthOf(plan).map(({ id }) => id)),
    opens: at(plan.handover?.opens ?? []),
    closes: at(plan.handover?.closes ?? []),
  };
}

interface Pass {
  readonly ends: readonly number[];
  readonly servedMs: number;
  readonly grownMs: number;
  readonly makespanMs: number;
  readonly pauseMs: number;
}

/** One run of the plan: every step begins when all that it waits for has ended. */
function passThrough(graph: Graph, durationOf: (index: number) => number, begin: number): Pass {
  const ends: number[] = [];
  let makespanMs = begin;
  for (const [index, after] of graph.after.entries()) {
    let start = begin;
    for (const before of after) start = Math.max(start, ends[before] ?? begin);
    const end = start + durationOf(index);
    ends.push(end);
    makespanMs = Math.max(makespanMs, end);
  }
  const lastOf = (indexes: readonly number[]) =>
    indexes.reduce((last, at) => Math.max(last, ends[at] ?? begin), begin);
  const servedMs = lastOf(graph.waited);
  const grownMs = lastOf(graph.grows);
  const startOf = (index: number) => (ends[index] ?? 0) - durationOf(index);
  // The new side holds first; that keeps nobody waiting, since its clients are on the old side.
  const held = Math.max(...graph.opens.map(startOf));
  const released = Math.max(...graph.closes.map((index) => ends[index] ?? 0));
  const pauseMs = graph.opens.length > 0 ? released - held : 0;
  return { ends, servedMs, grownMs, makespanMs, pauseMs };
}

/** Back from the last step that clients wait for, each time to the one it waited for longest. */
function criticalPath(graph: Graph, pass: Pass): number[] {
  const end = (index: number) => pass.ends[index] ?? 0;
  const latest = (indexes: readonly number[]) =>
    indexes.reduce<number | null>(
      (best, index) => (best === null || end(index) > end(best) ? index : best),
      null,
    );
  const path: number[] = [];
  for (let at = latest(graph.waited); at !== null; at = latest(graph.after[at] ?? []))
    path.unshift(at);
  return path;
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** The middle of each equal share of a distribution, worked out once for all steps that have it. */
function sharesOnce(): (distribution: Distribution) => readonly number[] {
  const known = new Map<Distribution, readonly number[]>();
  return (distribution) => {
    const found = known.get(distribution);
    if (found !== undefined) return found;
    const values = Array.from({ length: sampleCount }, (_, share) =>
      quantile(distribution, (share + 0.5) / sampleCount),
    );
    known.set(distribution, values);
    return values;
  };
}

/** One duration for each run, in an order fixed by the step's name. */
function dealt(name: string, shares: readonly number[]): readonly number[] {
  const values = [...shares];
  let state = hash(name);
  for (let last = values.length - 1; last > 0; last -= 1) {
    state = mix(state + 0x6d2b79f5);
    const other = state % (last + 1);
    const held = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = held;
  }
  return values;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The duration below which a share of all outcomes lies. */
export function quantile(distribution: Distribution, share: number): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.ms;
    case 'uniform':
      return distribution.lowMs + share * (distribution.highMs - distribution.lowMs);
    case 'lognormal': {
      const sigma = Math.log(distribution.p99Ms / distribution.medianMs) / 2.3263478740408408;
      return distribution.medianMs * Math.exp(sigma * normalQuantile(share));
    }
  }
}

/**
 * The standard normal's quantile, by Newton's method from 0: the distribution function bends
 * towards its middle on both sides, so each guess comes closer and none goes past.
 */
function normalQuantile(share: number): number {
  let value = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const density = Math.exp(-(value * value) / 2) / Math.sqrt(2 * Math.PI);
    const change = (normalShare(value) - share) / density;
    value -= change;
    if (Math.abs(change) < 1e-9) break;
  }
  return value;
}

/** The standard normal's distribution function, by its power series about 0. */
function normalShare(value: number): number {
  let term = value;
  let sum = value;
  for (let n = 1; Math.abs(term) > 1e-12 && n < 200; n += 1) {
    term *= (value * value) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(value * value) / 2)) / Math.sqrt(2 * Math.PI);
}
