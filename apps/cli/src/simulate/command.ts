import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plan, Timings } from '@outrigger/recovery';
import { type PlanRun, rtoOf, simulate, waitedIn } from '@outrigger/sim';
import { type Context, styleOf } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadPlatform } from '../platform/load.ts';
import { Refusal, refuseArgument } from '../refusal.ts';
import { runBlocks, withNote } from '../run-blocks.ts';
import { histogramSvg } from './histogram-svg.ts';
import { mendsOf } from './mends.ts';
import { replayCommand, titleOf } from './names.ts';
import { planOf, readSimulation, type SimulateWords } from './request.ts';
import { resultJson } from './result-json.ts';
import { resultText, type Waited } from './result-text.ts';
import { runText } from './run-text.ts';

export async function simulateCommand(
  argument: string | undefined,
  words: SimulateWords,
  context: Context,
): Promise<ExitCode> {
  const loaded = await loadPlatform(argument, context);
  const read = await readSimulation(words, loaded.platform, context.folder);
  const { disturbances, platform, timings, runs, seed } = read;
  const { plan, topology } = await planOf(platform, read.request, loaded.shown);
  const mends = mendsOf(plan, timings);
  const simulated = simulate({
    plan,
    platform,
    topology,
    timings,
    mends,
    runs,
    seed,
    ...(disturbances === null ? {} : { disturbances }),
  });
  if (!simulated.ok) {
    const problems = simulated.problems.map((problem) => ({ ...problem, file: null }));
    throw new Refusal(`${titleOf(plan)} cannot be simulated`, problems);
  }
  const { simulation } = simulated;
  const style = styleOf(context, context.stdout);
  const timingsFrom = words.timings ?? null;
  if (read.run !== null) {
    const run = simulation.runOf(read.run);
    const { unfollowed } = simulation;
    const evaluatorMs = simulation.evaluatedMs(read.run);
    const of = rtoOf(plan);
    const world = timings.world;
    const told = { plan, world, timingsFrom, seed, run, of, evaluatorMs, unfollowed, disturbances };
    context.stdout.write(words.json === true ? runJson(told) : runText(told, style));
    return exitCodes.ok.code;
  }
  const began = performance.now();
  const isInterrupted = await runBlocks(simulation, runs, context);
  const result = await withNote(context, 'what to fix first …', () => simulation.result());
  const wallMs = performance.now() - began;
  const replay = replayCommand(argument, words, result.rto.maxRun);
  if (words.svg !== undefined) {
    writeSvg(resolve(context.folder, words.svg), words.svg, histogramSvg(result, titleOf(plan)));
  }
  const worstRun = simulation.runOf(result.rto.maxRun);
  const worst = waitedFor(plan, timings, worstRun);
  const told = { plan, result, runsAsked: runs, timingsFrom, replay, worst };
  context.stdout.write(
    words.json === true
      ? `${JSON.stringify(resultJson({ ...told, worstRun, wallMs }), null, 2)}\n`
      : resultText(told, style),
  );
  return isInterrupted ? exitCodes.interrupted.code : exitCodes.ok.code;
}

/** Longest first. */
function waitedFor(plan: Plan, timings: Timings, run: PlanRun): readonly Waited[] {
  return [...waitedIn(run.anew?.plan ?? plan, timings, rtoOf(plan), run)]
    .map(([name, { ms }]) => ({ name, ms }))
    .sort((one, other) => other.ms - one.ms);
}

function writeSvg(file: string, said: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw refuseArgument('--svg', said, 'the file cannot be written', 'name one in a folder');
  }
}

function runJson(told: Parameters<typeof runText>[0]): string {
  const { plan, run, seed, world, of, evaluatorMs } = told;
  const { draws, records, servedMs, makespanMs, pauseMs, status } = run;
  const answer = {
    platform: plan.platform,
    world,
    seed,
    run: run.run,
    unit: 'ms',
    status,
    of,
    rto: of === 'pause' ? pauseMs : servedMs,
    evaluator: evaluatorMs,
    makespan: makespanMs,
    draws: draws.map(({ name, ms, duration: { basis, source } }) => ({ name, ms, basis, source })),
    records: records.map(({ sequence, monotonicMs, event }) => ({ sequence, monotonicMs, event })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
