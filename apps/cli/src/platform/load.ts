import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve as resolvePath, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Default,
  type Problem as FoundProblem,
  lineOf,
  type Platform,
  type Resolution,
  resolve,
} from '@outrigger/model';
import type { Context, Sink } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { problemsText } from '../problems.ts';
import { type Problem, Refusal } from '../refusal.ts';
import { styleFor } from '../style.ts';
import { findPlatform, shownPath } from './find.ts';
import { withImportHooks } from './import-hooks.ts';
import { quietly } from './quiet.ts';
import { describeThrown, type Thrown } from './thrown.ts';

export interface LoadedPlatform {
  readonly platform: Platform;
  readonly defaults: readonly Default[];
  /** Absolute. */
  readonly file: string;
  /** What the file says, before anything was filled in; sound, since it was resolved. */
  readonly written: unknown;
  /** As the user would say it: `platform.ts`. */
  readonly shown: string;
  readonly source: string;
  /** sha256 of the resolved platform: what a journal records, so that a changed one is noticed. */
  readonly digest: string;
}

/** More problems of a platform that has some already: what it says, and the file's text. */
type LookFurther = (written: unknown, source: string) => Promise<readonly FoundProblem[]>;

/**
 * Finds, reads, completes and checks a platform; refuses with every problem and its line. `further`
 * finds those that a command would tell of a sound one, so that nobody mends in two rounds.
 */
export async function loadPlatform(
  argument: string | undefined,
  context: Pick<Context, 'folder' | 'stderr'>,
  further: LookFurther = async () => [],
): Promise<LoadedPlatform> {
  const file = findPlatform(argument, context.folder);
  const shown = shownPath(file, context.folder);
  // Some editors begin a file with a byte order mark, which JSON doesn't know.
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const { written, resolution } = await readAndResolve(file, shown, source, context);
  if (!resolution.ok) {
    const told = new Set(resolution.problems.map(({ path }) => path));
    const more = (await further(written, source)).filter(({ path }) => !told.has(path));
    const problems = [...resolution.problems, ...more];
    throw refuse(
      shown,
      problems.map((problem) => ({ ...problem, file: shown })),
    );
  }
  const { platform, defaults } = resolution;
  const digest = createHash('sha256').update(JSON.stringify(platform)).digest('hex');
  return { platform, written, defaults, file, shown, source, digest };
}

interface Read {
  readonly written: unknown;
  readonly resolution: Resolution;
}

/**
 * A platform file is a program: it may print, throw now or later, never come to its end; and what
 * it exports may run code when it is read (a getter). What that throws is the user's to mend.
 */
async function readAndResolve(
  file: string,
  shown: string,
  source: string,
  context: Pick<Context, 'folder' | 'stderr'>,
): Promise<Read> {
  if (file.endsWith('.json')) {
    const written = readJson(source, shown);
    return { written, resolution: resolve(written, { source }) };
  }
  const { folder, stderr } = context;
  const refusalOf = (error: unknown): Refusal => {
    const thrown = describeThrown(error, (candidate) => isUsers(candidate, file));
    return refuseThrown(thrown, error, file, shown, folder);
  };
  const ended = () => {
    process.exitCode = exitCodes.badInput.code;
    stderr.write(problemsText(refuseEnd(shown), styleFor(false)));
  };
  process.once('exit', ended);
  try {
    return await quietly(stderr, async () => {
      const exported = await imported(file).catch((error: unknown) => {
        throw refusalOf(error);
      });
      const written = defaultOf(exported, shown, source);
      return { written, resolution: resolve(written, { source }) };
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Thrown by what it left running, or by what it exports: else it is ours.
    const isOurs = isThrownByUs(error, file);
    throw isOurs ? error : refusalOf(error);
  } finally {
    process.off('exit', ended);
    tellLateThrows(file, refusalOf, stderr);
  }
}

/** A promise is waited for. */
async function imported(file: string): Promise<{ readonly [name: string]: unknown }> {
  const exported = await withImportHooks(() => import(pathToFileURL(file).href));
  return 'default' in exported ? { ...exported, default: await exported.default } : exported;
}

function isThrownByUs(error: unknown, file: string): boolean {
  if (!(error instanceof Error)) return false;
  return describeThrown(error, (candidate) => isUsers(candidate, file)).place === null;
}

/** What is told of a late throw, by the file that it may be of. */
const lateTellers = new Map<string, (error: Error) => void>();

/**
 * A timer of the file may throw when the command has told its answer already: the file cannot be
 * used all the same. What is not the file's is left to Node.
 */
function tellLateThrows(file: string, refusalOf: (error: unknown) => Refusal, stderr: Sink): void {
  if (lateTellers.size === 0) process.on('uncaughtExceptionMonitor', tellLateThrow);
  lateTellers.set(file, (error) => {
    stderr.write(problemsText(refusalOf(error), styleFor(false)));
    process.exit(exitCodes.badInput.code);
  });
}

function tellLateThrow(error: unknown): void {
  if (!(error instanceof Error)) return;
  for (const [file, tell] of lateTellers) if (!isThrownByUs(error, file)) tell(error);
}

function refuse(shown: string, problems: readonly Problem[], cause?: unknown): Refusal {
  return new Refusal(`${shown} cannot be used`, problems, { cause });
}

function readJson(source: string, shown: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const wrong = `is not JSON: ${messageOf(error).split(/, (?:\.\.\.)?"| in JSON at /)[0]}`;
    const mend = 'correct it there, or write a platform.ts: it takes comments and trailing commas';
    const line = lineOfJsonError(source);
    throw refuse(shown, [{ path: 'platform', value: null, wrong, mend, file: shown, line }], error);
  }
}

/** The engine's message often names no place: it is where the shortest unusable beginning ends. */
function lineOfJsonError(source: string): number {
  let sound = 0;
  let unsound = source.length;
  while (unsound - sound > 1) {
    const middle = Math.floor((sound + unsound) / 2);
    if (mayGoOn(source.slice(0, middle))) sound = middle;
    else unsound = middle;
  }
  return source.slice(0, sound).split('\n').length;
}

/** Whether a text could become JSON with more after it. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = messageOf(error);
    const position = / at position (\d+)/.exec(message)?.[1];
    if (/end of JSON|Unterminated/.test(message)) return true;
    return position !== undefined && Number(position) >= text.length;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function defaultOf(
  exported: { readonly [name: string]: unknown },
  shown: string,
  source: string,
): unknown {
  if (!('default' in exported)) {
    const names = Object.keys(exported);
    throw refuse(shown, [
      {
        path: 'platform',
        value: null,
        wrong:
          names.length === 0
            ? 'the file exports nothing'
            : `the file has no default export, only ${names.join(', ')}`,
        mend: 'write: export default definePlatform({ … })',
        file: shown,
        line: null,
      },
    ]);
  }
  const value = exported.default;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse(shown, [
      {
        path: 'platform',
        value: null,
        wrong: `the default export is ${typeof value === 'function' ? 'a function' : 'no object'}`,
        mend: 'write: export default definePlatform({ … })',
        file: shown,
        line: lineOf(source, []),
      },
    ]);
  }
  return value;
}

function refuseThrown(
  thrown: Thrown,
  error: unknown,
  file: string,
  shown: string,
  folder: string,
): Refusal {
  const message = thrown.message.replaceAll(dirname(file) + sep, './');
  const problem = {
    path: 'platform',
    value: null,
    wrong: `the file throws ${message === '' ? thrown.name : `${thrown.name}: ${message}`}`,
    mend: mendOf(thrown),
    file: thrown.place === null ? shown : shownPath(thrown.place.file, folder),
    line: thrown.place?.line ?? null,
  };
  return refuse(shown, [problem], error);
}

/** It called `process.exit`, or waits for what never comes: without a word it would look sound. */
function refuseEnd(shown: string): Refusal {
  const problem = {
    path: 'platform',
    value: null,
    wrong: 'the file ends the program, or waits for something that never comes',
    mend: 'leave that out; a platform is plain data and needs little code',
    file: shown,
    line: null,
  };
  return refuse(shown, [problem]);
}

const ownRoot = resolvePath(import.meta.dirname, '../../../..') + sep;

/** Not ours and not a dependency: a line that the user can change. */
function isUsers(candidate: string, platformFile: string): boolean {
  if (candidate.startsWith(dirname(platformFile) + sep)) return true;
  return !candidate.startsWith(ownRoot) && !candidate.includes(`${sep}node_modules${sep}`);
}

function mendOf({ name, message }: Thrown): string {
  if (/^Cannot find (module|package)/.test(message)) {
    return 'correct the name, install the package, or leave the import out';
  }
  if (/not supported in strip-only mode/.test(message)) {
    return 'write it in plain JavaScript: Node runs this file without compiling it';
  }
  if (name === 'SyntaxError') return 'correct the syntax there';
  return 'correct it there; a platform is plain data and needs little code';
}
