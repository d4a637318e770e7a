/** The evaluator and the engine end at the same ms, for every plan of every example. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planFor } from '@outrigger/components';
import { labTimings } from '@outrigger/lab';
import { type Platform, resolve } from '@outrigger/model';
import {
  estimate,
  growthOf,
  type Plan,
  scenariosOf,
  type Timings,
  type Topology,
} from '@outrigger/recovery';
import {
  awsTimings,
  compile,
  endOf,
  evaluate,
  graphOfPlan,
  planOutputs,
  planRunner,
  runSampler,
  unfollowed,
} from '@outrigger/sim';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const examples = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/platform.ts`));

async function platformOf(example: string): Promise<Platform> {
  const { default: written } = await import(`${folder}${example}/platform.ts`);
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly topology: Topology;
}

const cases = (
  await Promise.all(
    examples.map(async (example): Promise<Case[]> => {
      const scenarios = await scenariosOf(await platformOf(example), planFor);
      return scenarios.flatMap((scenario) => {
        const { plan } = planFor(scenario);
        return plan === undefined
          ? []
          : [{ name: scenario.name, plan, topology: scenario.topology }];
      });
    }),
  )
).flat();

/** Nobody is waited for: an approval takes what `approve` is timed with. */
function withoutPerson({ world, timings }: Timings): Timings {
  return { world, timings: timings.filter(({ verb }) => verb !== 'person' && verb !== 'lag') };
}

const worlds = [awsTimings, labTimings].map((timings): Timings => {
  const { world, timings: rows } = withoutPerson(timings);
  const lag = { kind: '*', verb: 'lag', basis: 'assumed', source: 'a test' } as const;
  return { world, timings: [...rows, { ...lag, distribution: { kind: 'constant', ms: 0 } }] };
});

const seed = 7041;
const runs = 40;

test('every example has plans, of every intent', () => {
  expect(examples.length).toBeGreaterThan(1);
  expect(new Set(cases.map(({ plan }) => plan.platform)).size).toBe(examples.length);
  const intents = new Set(cases.map(({ plan }) => plan.intent));
  expect([...intents].sort()).toEqual(['failback', 'failover', 'switchover']);
});

test('capacity grows after clients are served somewhere, else `full` says nothing', () => {
  const grows = cases.filter(({ plan }) => {
    const sample = runSampler(programOf(plan), seed);
    return Array.from({ length: runs }, (_, run) => sample(run)).some(
      ({ full = 0, served = 0 }) => full > served + 1_000,
    );
  });
  expect(grows.length).toBeGreaterThan(2);
});

function programOf(plan: Plan) {
  const outputs = [{ of: planOutputs.served }, { of: planOutputs.full }];
  const compiled = compile(graphOfPlan(plan, awsTimings), outputs);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.program;
}

test('a cut-off region on AWS proves nothing by its fence: a person is asked, in every run', () => {
  const cut = cases.filter(({ plan }) => plan.failure?.kind === 'partition');
  expect(cut.length).toBeGreaterThan(2);
  for (const { plan, topology } of cut) {
    const fences = plan.steps.filter(({ action }) => action.verb === 'fence').map(({ id }) => id);
    for (const [timings, wanted] of [
      [awsTimings, fences],
      [labTimings, []],
    ] as const) {
      const { draws, records } = planRunner(plan, timings, { topology, seed })(0);
      const asked = records.flatMap(({ event }) =>
        event.type === 'asking' && event.question === 'two-writers' ? [event.step] : [],
      );
      expect(asked.sort()).toEqual([...wanted].sort());
      const answered = draws.filter(({ name }) => wanted.some((id) => name === `${id} answered`));
      expect(answered.map(({ step }) => step).sort()).toEqual([...wanted].sort());
      for (const { duration } of answered) expect(duration.source).toContain('somebody is called');
    }
  }
});

describe.each(worlds)('with the timings of $world', (timings) => {
  test.each(cases)('$name: engine and evaluator agree to the ms', ({ plan, topology }) => {
    const graph = graphOfPlan(plan, timings);
    const outputs = [...Object.keys(graph.nodes), ...Object.keys(graph.draws)].map((of) => ({
      of,
    }));
    const compiled = compile(graph, outputs);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const sample = runSampler(compiled.program, seed);
    const runPlan = planRunner(plan, timings, { topology, seed });
    for (let run = 0; run < runs; run += 1) {
      const drawn = sample(run);
      const engine = runPlan(run);
      expect(engine.status).toBe('done');
      expect(engine.servedMs).toBeCloseTo(drawn[planOutputs.served] ?? Number.NaN, 3);
      expect(engine.makespanMs).toBeCloseTo(drawn[planOutputs.makespan] ?? Number.NaN, 3);
      const grown = growthOf(plan).map(({ id }) => engine.ends.get(id) ?? Number.NaN);
      const fullMs = Math.max(engine.servedMs, ...grown);
      expect(fullMs).toBeCloseTo(drawn[planOutputs.full] ?? Number.NaN, 3);
      if (engine.pauseMs !== null) {
        expect(engine.pauseMs).toBeCloseTo(drawn[planOutputs.pause] ?? Number.NaN, 3);
      }
      for (const { id } of plan.steps) {
        expect(engine.ends.get(id), id).toBeCloseTo(drawn[endOf(id)] ?? Number.NaN, 3);
      }
    }
  });

  test.each(cases)('$name: the graph is what estimate estimates', ({ plan }) => {
    const estimated = estimate(plan, timings);
    const graph = graphOfPlan(plan, timings);
    const of =
      estimated.pauseMs === null ? ['served', 'makespan'] : ['served', 'makespan', 'pause'];
    const answer = evaluate(graph, { outputs: of.map((each) => ({ of: each })), runs: 4096, seed });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const [served, makespan, pause] = answer.outputs;
    const pairs = [
      [estimated.servedMs, served],
      [estimated.makespanMs, makespan],
      [estimated.pauseMs, pause],
    ] as const;
    for (const [quantiles, output] of pairs) {
      if (quantiles === null || output === undefined) continue;
      // 499 runs against 4,096: the middle of a sum of few spread durations is within some percent.
      expect(output.p50Ms).toBeGreaterThan(quantiles.p50 * 0.9);
      expect(output.p50Ms).toBeLessThan(quantiles.p50 * 1.1 + 1);
      expect(output.p90Ms).toBeGreaterThan(quantiles.p90 * 0.85);
      expect(output.p90Ms).toBeLessThan(quantiles.p90 * 1.15 + 1);
    }
  });
});

describe('with AWS’s own timings: somebody is asked where a lag is above the RPO', () => {
  const drawn = 60;

  test.each(cases)('$name: all other runs agree to the ms', ({ plan, topology }) => {
    const told = unfollowed(plan, awsTimings, { runs: drawn, seed, topology });
    const left = new Set(told.map(({ step }) => step));
    const compiled = compile(graphOfPlan(plan, awsTimings), [{ of: planOutputs.served }]);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const sample = runSampler(compiled.program, seed);
    const runPlan = planRunner(plan, awsTimings, { topology, seed });
    const stopped = new Map<string, number>();
    for (let run = 0; run < drawn; run += 1) {
      const { records, servedMs } = runPlan(run);
      const firsts = new Map<string, string>();
      for (const { event } of records) {
        if (event.type !== 'asking' && event.type !== 'lapsed') continue;
        // A yes that lapsed is asked for anew: what came first counts.
        if (left.has(event.step) && !firsts.has(event.step)) firsts.set(event.step, event.type);
      }
      for (const first of firsts) stopped.set(`${first}`, (stopped.get(`${first}`) ?? 0) + 1);
      if (firsts.size > 0) continue;
      expect(servedMs, `run ${run}`).toBeCloseTo(sample(run)[planOutputs.served] ?? 0, 3);
    }
    for (const { step, why } of told) {
      const counted = /in ([\d,]+) runs/.exec(why)?.[1]?.replaceAll(',', '');
      const first = why.startsWith('it lapses') ? 'lapsed' : 'asking';
      expect([step, stopped.get(`${step},${first}`)]).toEqual([step, Number(counted ?? drawn)]);
    }
  });
});
