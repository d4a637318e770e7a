/**
 * `npm run chaos -- [--runs 100000] [--seed N] [--minutes M] [--json] [--workers 2]`: as many
 * random bad days for the engine, each with a platform. The first rule that is broken ends it, exit
 * code 1, shrunk, and with the command that tells it again (`--replay SEED --shape … --keep …`).
 * `npm run chaos -- mutants [names] [--runs N]`: whether mistakes made on purpose are found.
 */
import { parseArgs } from 'node:util';
import { planFor } from '@outrigger/components';
import type { CampaignTold } from '../../src/chaos/campaign.ts';
import { readShape } from '../../src/chaos/platform.ts';
import { report } from '../../src/chaos/report.ts';
import { replayCommand, type Shrunk, shrink } from '../../src/chaos/shrink.ts';
import { type StoryTold, tellStory } from '../../src/chaos/story.ts';
import { findMutants, huntedLine, isAsItShould } from './find-mutants.ts';
import { runInWorkers } from './workers.ts';

const options = {
  runs: { type: 'string', default: '100000' },
  seed: { type: 'string' },
  minutes: { type: 'string' },
  json: { type: 'boolean', default: false },
  replay: { type: 'string' },
  shape: { type: 'string' },
  keep: { type: 'string' },
  'no-shrink': { type: 'boolean', default: false },
  workers: { type: 'string', default: '2' },
} as const;

interface Asked {
  readonly runs: number;
  readonly seed: number;
  readonly minutes: number;
  readonly json: boolean;
  readonly shrinks: boolean;
  readonly workers: number;
}

async function main(parameters: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...parameters],
    options,
    allowPositionals: true,
  });
  const [command, ...names] = positionals;
  // A seed that nobody gave is taken from the clock, and printed.
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const asked: Asked = {
    runs: Number(values.runs),
    seed,
    minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes),
    json: values.json,
    shrinks: !values['no-shrink'],
    workers: Number(values.workers),
  };
  if (!(Number.isInteger(asked.runs) && asked.runs >= 1)) return refuse('--runs', values.runs);
  if (!(Number.isInteger(seed) && seed >= 0)) return refuse('--seed', values.seed);
  if (!(asked.minutes > 0)) return refuse('--minutes', values.minutes);
  if (!(asked.workers >= 1 && asked.workers <= 64)) return refuse('--workers', values.workers);
  if (values.replay !== undefined) return replay(values.replay, values.shape, values.keep);
  if (command === 'mutants') return hunt(names, asked, values.runs === options.runs.default);
  if (command !== undefined) return refuse('the command', command);
  return campaign(asked);
}

function refuse(what: string, value: string | undefined): number {
  process.stderr.write(
    `${what} can't be '${value}'\nmend: --runs and --seed take whole numbers, --minutes a ` +
      'number above 0, the only command is mutants\n',
  );
  return 2;
}

async function campaign(asked: Asked): Promise<number> {
  const { json, minutes, runs, seed, shrinks, workers } = asked;
  const began = performance.now();
  const isInterrupted = onInterrupt();
  let shownAt = began;
  const told = await runInWorkers({
    plan: planFor,
    seed,
    runs,
    workers,
    isOver: () => isInterrupted() || performance.now() - began > minutes * 60_000,
    onStory: (done) => {
      if (json || performance.now() - shownAt < 2000) return;
      shownAt = performance.now();
      process.stderr.write(`${done} of ${runs}\n`);
    },
  });
  const wallMs = Math.round(performance.now() - began);
  const shrunk = told.broken === null ? null : await shrunkOf(told.broken.story, shrinks);
  process.stdout.write(json ? asJson(told, shrunk, seed, wallMs) : asText(told, shrunk, seed));
  return told.broken === null ? 0 : 1;
}

/**
 * The first Ctrl-C ends it after the stories that are being told, and prints what was done; a later
 * one ends it at once. A terminal and npm may both deliver the same one.
 */
function onInterrupt(): () => boolean {
  let first = 0;
  process.on('SIGINT', () => {
    const now = performance.now();
    if (first > 0 && now - first > 1000) process.exit(130);
    if (first === 0) first = now;
  });
  return () => first > 0;
}

async function shrunkOf(told: StoryTold, shrinks: boolean): Promise<Shrunk> {
  if (shrinks) return shrink({ plan: planFor }, told);
  return { told, keep: told.struck, shape: told.shape, tries: 0 };
}

function asText({ broken, tally }: CampaignTold, shrunk: Shrunk | null, seed: number): string {
  const clean = `seed ${seed}: no rule was broken`;
  if (broken === null || shrunk === null) return `${report(tally)}\n\n${clean}\n`;
  const { keep, tries } = shrunk;
  return [
    ...shrunk.told.broken.slice(0, 5).map(({ rule, detail }) => `✗ ${rule}: ${detail}`),
    `in run ${broken.number + 1} of seed ${seed}; after ${tries} tries ${keep.length} faults left`,
    replayCommand(shrunk),
    '',
  ].join('\n');
}

function asJson(
  { broken, tally }: CampaignTold,
  shrunk: Shrunk | null,
  seed: number,
  wallMs: number,
): string {
  const told = {
    runs: broken === null ? tally.stories : broken.number + 1,
    seed,
    wallMs,
    broken: broken?.story.broken[0] ?? null,
    replay: shrunk === null ? '' : replayCommand(shrunk),
    tally,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

async function replay(text: string, shape: string | undefined, keep: string | undefined) {
  const seed = Number(text);
  const read = shape === undefined ? null : readShape(shape);
  if (!(Number.isInteger(seed) && seed >= 0)) return refuse('--replay', text);
  if (shape !== undefined && read === null) return refuse('--shape', shape);
  const told = await tellStory({
    plan: planFor,
    seed,
    shape: read,
    keep: keep === undefined ? null : new Set(keep.split('|')),
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  for (const { rule, detail } of told.broken) process.stdout.write(`✗ ${rule}: ${detail}\n`);
  if (told.broken.length === 0) process.stdout.write('no rule was broken\n');
  return told.broken.length === 0 ? 0 : 1;
}

async function hunt(names: readonly string[], asked: Asked, isDefault: boolean): Promise<number> {
  // Each is found in far fewer; whoever wants to know how many more it stands may say so.
  const runs = isDefault ? 3000 : asked.runs;
  const hunted = await findMutants(names, runs, asked.seed, (one) => {
    if (!asked.json) process.stdout.write(`${huntedLine(one)}\n`);
  });
  if (asked.json) process.stdout.write(`${JSON.stringify({ runs, hunted }, null, 2)}\n`);
  return hunted.every(isAsItShould) ? 0 : 1;
}

/** What `parseArgs` says of an option that it doesn't know is for whoever wrote it. */
function isMiswritten(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!isMiswritten(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 2;
});
