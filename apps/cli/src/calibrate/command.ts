import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Calibration, calibrate, samplesMin, timingsText, writeTimings } from '@outrigger/sim';
import { type Context, styleOf } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Problem, Refusal, refuseArgument } from '../refusal.ts';
import { loadTimings, worldTimings } from '../timings.ts';
import type { Bases, ReadDrill, World } from './drill-file.ts';
import { gather } from './gather.ts';
import { calibrationText } from './text.ts';

export interface CalibrateWords {
  readonly world?: World;
  readonly timings?: string;
  readonly since?: string;
  readonly output?: string;
  readonly state?: string;
  readonly json?: boolean;
}

const headline = 'Nothing can be calibrated from these';

export async function calibrateCommand(
  drillWords: readonly string[],
  words: CalibrateWords,
  context: Context,
): Promise<ExitCode> {
  const { folder } = context;
  const since = sinceOf(words.since);
  const bases: Bases = { aws: await worldTimings('aws'), lab: await worldTimings('lab') };
  const asked = words.world ?? null;
  const gathered = await gather({
    words: drillWords,
    folder,
    state: words.state,
    bases,
    world: asked,
  });
  const drills = gathered.drills.filter(({ day }) => day >= since);
  const { world, problems } = worldOf(drills, asked);
  const wrong = [...gathered.problems, ...problems];
  if (wrong.length > 0) throw new Refusal(headline, wrong);
  if (drills.length === 0) throw new Refusal(headline, noneOf(gathered.skipped, words));
  const base = loadTimings(words.timings, bases[world], folder);
  const calibration = calibrate(drills, base);
  if (calibration.measured.length === 0) {
    const mend = 'drill more often, or name more drills';
    const found = `nothing was measured ${samplesMin} times`;
    throw refuseArgument('drills', `${drills.length}`, found, mend);
  }
  if (words.output !== undefined) {
    writeWhole(resolve(folder, words.output), words.output, timingsText(calibration));
  }
  const told = { calibration, skipped: gathered.skipped, output: words.output ?? null };
  context.stdout.write(
    words.json === true ? jsonOf(told) : calibrationText(told, styleOf(context, context.stdout)),
  );
  return exitCodes.ok.code;
}

export interface ToldCalibration {
  readonly calibration: Calibration;
  readonly skipped: readonly Problem[];
  readonly output: string | null;
}

function jsonOf({ calibration, skipped, output }: ToldCalibration): string {
  const left = skipped.map(({ value, wrong }) => ({ drill: value, wrong }));
  return `${JSON.stringify({ ...writeTimings(calibration), skipped: left, output }, null, 2)}\n`;
}

/** A day, as reports have it; every day without one. */
function sinceOf(text: string | undefined): string {
  if (text === undefined) return '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDay) return text;
  throw refuseArgument('--since', text, 'not a day', 'write year, month and day: 2026-11-21');
}

/**
 * One world: the one that was asked for, or the one that all of the drills name. What a report says
 * of itself says nothing of the journals beside it.
 */
function worldOf(
  drills: readonly ReadDrill[],
  asked: World | null,
): { readonly world: World; readonly problems: readonly Problem[] } {
  const world = asked ?? drills.find((drill) => drill.world !== null)?.world ?? null;
  const others = drills.filter((drill) => drill.world !== world || drill.world === null);
  const problems = others.flatMap(({ files, world: of }): Problem[] => {
    const wrong =
      of === null
        ? 'a journal does not say in which world it was written'
        : `it was drilled in ${of}, and timings of two worlds are never mixed`;
    const mend =
      of === null
        ? 'add --world lab, or --world aws'
        : `leave it out, or calibrate ${of} by itself`;
    return files.map((file) => ({
      path: 'drill',
      value: file,
      wrong,
      mend,
      file: null,
      line: null,
    }));
  });
  return { world: world ?? 'lab', problems };
}

function noneOf(skipped: readonly Problem[], { since }: CalibrateWords): readonly Problem[] {
  if (skipped.length > 0) return skipped;
  const wrong = since === undefined ? 'there is no drill' : `there is no drill since ${since}`;
  const mend = 'run some: `outrigger drill`; or name others';
  return [{ path: 'drills', value: null, wrong, mend, file: null, line: null }];
}

/** In one go: a timings file that is half there would be read as a whole one. */
function writeWhole(file: string, said: string, text: string): void {
  const temporary = `${file}.new`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (!(error instanceof Error)) throw error;
    throw refuseArgument('--output', said, 'the file cannot be written', 'name one in a folder');
  }
}
