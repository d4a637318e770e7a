import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planFor } from '@outrigger/components';
import type { CampaignTold } from '../../src/chaos/campaign.ts';
import { reportPage } from '../../src/chaos/page.ts';
import { readShape } from '../../src/chaos/platform.ts';
import { report } from '../../src/chaos/report.ts';
import { replayCommand, type Shrunk, shrink } from '../../src/chaos/shrink.ts';
import { type StoryTold, tellStory } from '../../src/chaos/story.ts';
import { findMutants, huntedLine, isAsItShould, mutantNames } from './find-mutants.ts';
import { progressOf } from './progress.ts';
import {
  type CampaignState,
  commitNow,
  newState,
  readHunt,
  readState,
  StateProblem,
  withPiece,
  writeHunt,
  writeState,
} from './state.ts';
import { runInWorkers, type Told } from './workers.ts';

const help = `The engine under chaos: random bad days, each with a platform of its own.

  npm run chaos                                  100,000 of them; a new seed, which is printed
  npm run chaos -- --runs 5000 --seed 7          the same ones each time
  npm run chaos -- --runs 1000000 --seed 9 --state .chaos --minutes 5
                                                 five minutes of a million; say it again to go on
  npm run chaos -- --state .chaos --report docs/chaos.md
                                                 also writes its report as a page
  npm run chaos -- --replay … --shape … --keep … what a failure prints: told again, line by line
  npm run chaos -- mutants                       whether mistakes made on purpose are found;
                                                 with --state for the report of that campaign

  --runs N       how many bad days there are in all
  --seed N       of the campaign: they depend on it and on their number, on nothing else
  --minutes M    ends after so long
  --state FOLDER keeps what is done there, every few seconds, and goes on from it
  --report FILE  writes the report as Markdown
  --workers N    cores; 2
  --no-shrink    tells a failure as it was found
  --json         the report as JSON

Ctrl-C ends it after the bad days that are being told and prints what was done; twice, at once.
A rule that is broken ends it with exit code 1 and the command that tells it again.
`;

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  runs: { type: 'string' },
  state: { type: 'string' },
  report: { type: 'string' },
  seed: { type: 'string' },
  minutes: { type: 'string' },
  json: { type: 'boolean', default: false },
  replay: { type: 'string' },
  shape: { type: 'string' },
  keep: { type: 'string' },
  'no-shrink': { type: 'boolean', default: false },
  workers: { type: 'string', default: '2' },
} as const;

const runsByDefault = 100_000;
/** Some weeks on two cores: more is a slip of the pen. */
const runsMax = 1_000_000_000;
/** Most are found in a hundred; the rarest, a record that comes too late, has taken 3,000. */
const mutantRunsByDefault = 12_000;
/** Between two writings of the state, ms. */
const saveEveryMs = 5000;

interface Asked {
  readonly state: string | null;
  readonly report: string | null;
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
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [command, ...names] = positionals;
  const before = values.state === undefined ? null : readState(values.state);
  // A seed that nobody gave is taken from the clock, and printed.
  const ownSeed = before?.seed ?? Date.now() % 1_000_000;
  const asked: Asked = {
    runs: Number(values.runs ?? (command === 'mutants' ? mutantRunsByDefault : runsByDefault)),
    seed: values.seed === undefined ? ownSeed : Number(values.seed),
    minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes),
    json: values.json,
    shrinks: !values['no-shrink'],
    workers: Number(values.workers),
    state: values.state ?? null,
    report: values.report ?? null,
  };
  const areRuns = Number.isInteger(asked.runs) && asked.runs >= 1 && asked.runs <= runsMax;
  if (!areRuns) return refuse('--runs', values.runs);
  const { seed } = asked;
  if (!(Number.isSafeInteger(seed) && seed >= 0)) return refuse('--seed', values.seed);
  if (!(asked.minutes > 0)) return refuse('--minutes', values.minutes);
  const areWorkers = Number.isInteger(asked.workers) && asked.workers >= 1 && asked.workers <= 64;
  if (!areWorkers) return refuse('--workers', values.workers);
  if (values.replay !== undefined) return replay(values.replay, values.shape, values.keep);
  for (const option of ['shape', 'keep'] as const) {
    if (values[option] !== undefined) return refuseAlone(`--${option}`);
  }
  if (command === 'mutants') return hunt(names, asked);
  if (command !== undefined) return refuse('the command', command);
  if (before !== null && before.seed !== seed) {
    throw new StateProblem(
      `${values.state} holds a campaign of seed ${before.seed}, not of ${seed}\n` +
        'mend: leave --seed out to go on with it, or name another folder',
    );
  }
  return campaign(asked, before ?? newState(seed));
}

function refuse(what: string, value: string | undefined): number {
  process.stderr.write(
    `${what} can't be '${value}'\nmend: --runs takes a whole number from 1 to ${runsMax}, --seed ` +
      'one from 0, --workers one from 1 to 64, --minutes a number above 0; the only command is ' +
      'mutants; see --help\n',
  );
  return 2;
}

function refuseAlone(option: string): number {
  process.stderr.write(
    `${option} tells one bad day again, and none is named\n` +
      'mend: add --replay, as the failure printed it\n',
  );
  return 2;
}

function refuseMutants(names: readonly string[]): number {
  const wrong = names.map((name) => `there is no mutant '${name}'\n`).join('');
  process.stderr.write(`${wrong}mend: name some of these: ${mutantNames.join(', ')}\n`);
  return 2;
}

async function campaign(asked: Asked, before: CampaignState): Promise<number> {
  const { json, minutes, runs, seed, shrinks, workers } = asked;
  const commit = commitNow();
  const began = performance.now();
  const already = before.told.tally.stories;
  const isInterrupted = onInterrupt();
  const now = () => performance.now();
  const stream = json ? { write: () => true } : process.stderr;
  const progress = progressOf({ runs, already, now, stream });
  const stateOf = (told: Told): CampaignState => {
    const stories = told.tally.stories - already;
    return withPiece(before, told, { commit, stories, wallMs: Math.round(now() - began) });
  };
  let savedAt = began;
  let state = before;
  const told = await runInWorkers({
    plan: planFor,
    seed,
    runs,
    workers,
    told: structuredClone(before.told),
    isOver: () => isInterrupted() || now() - began > minutes * 60_000,
    onTold: (one) => {
      progress.show(one.tally.stories);
      state = stateOf(one);
      if (asked.state === null || now() - savedAt < saveEveryMs) return;
      savedAt = now();
      writeState(asked.state, state);
    },
  });
  progress.end();
  if (asked.state !== null) writeState(asked.state, state);
  const shrunk = told.broken === null ? null : await shrunkOf(told.broken.story, shrinks);
  if (asked.report !== null) writePage(asked.report, asked.state, state, told, shrunk);
  const wallMs = Math.round(now() - began);
  process.stdout.write(json ? asJson(told, shrunk, seed, wallMs) : asText(told, shrunk, seed));
  return told.broken === null ? 0 : 1;
}

function writePage(
  path: string,
  folder: string | null,
  { pieces, seed, told }: CampaignState,
  { broken }: CampaignTold,
  shrunk: Shrunk | null,
): void {
  const [first] = shrunk?.told.broken ?? [];
  const why = first === undefined ? '' : `${first.rule}: ${first.detail}`;
  const found =
    broken === null || shrunk === null
      ? null
      : { number: broken.number + 1, why, replay: replayCommand(shrunk) };
  const day = new Date().toISOString().slice(0, 10);
  const hunt = folder === null ? null : readHunt(folder);
  const page = reportPage({ seed, day, pieces, tally: told.tally, broken: found, hunt });
  writeFileSync(`${path}.new`, page);
  renameSync(`${path}.new`, path);
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
  if (!(Number.isSafeInteger(seed) && seed >= 0)) return refuse('--replay', text);
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

async function hunt(names: readonly string[], asked: Asked): Promise<number> {
  const unknown = names.filter((name) => !mutantNames.includes(name));
  if (unknown.length > 0) return refuseMutants(unknown);
  const { runs, seed } = asked;
  const hunted = await findMutants(names, runs, seed, (one) => {
    if (!asked.json) process.stdout.write(`${huntedLine(one)}\n`);
  });
  if (asked.json) process.stdout.write(`${JSON.stringify({ runs, hunted }, null, 2)}\n`);
  if (asked.state !== null) writeHunt(asked.state, { seed, runs, commit: commitNow(), hunted });
  return hunted.every(isAsItShould) ? 0 : 1;
}

/** What `parseArgs` says of an option that it doesn't know is for whoever wrote it. */
function isMiswritten(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS');
}

// `… | head` closes the pipe early: nobody reads what would come, so nothing more is done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!isMiswritten(error) && !(error instanceof StateProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 2;
});
