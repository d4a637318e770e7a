import { kinds, mendName, type Path, type Problem } from '@outrigger/model';
import { type Timing, type Timings, verbs } from '@outrigger/recovery';
import { drawProblems, problem } from './check-graph.ts';
import type { Draw, Spread } from './step-graph.ts';
import { distributionOf, type Unit } from './units.ts';

export type ReadTimings =
  | { readonly ok: true; readonly timings: Timings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const worlds = ['aws', 'lab'];
const bases: readonly string[] = ['measured', 'documented', 'assumed'];

/** What is timed and is no verb. */
const moments: readonly Timing['verb'][] = [
  'detect',
  'backoff-short',
  'backoff-long',
  'serve',
  'forget',
  'first-write',
  'promote-in-sync',
  'start',
  'lag',
  'person',
  'poll',
  'patience-short',
  'patience-long',
  'hold-limit',
  'call',
  'no-answer',
];
const timed: readonly Timing['verb'][] = [...verbs, ...moments];

/**
 * A user's own timings, read over those of a world: a row stands for the one of the same kind and
 * verb, the others stay. It is `{ world, timings: [{ kind, verb, distribution, unit, basis,
 * source }] }`; all that is wrong with it is told at once.
 */
export function readTimings(written: unknown, base: Timings): ReadTimings {
  if (!isObject(written)) {
    const mend = 'write { "world": "aws", "timings": [ … ] }';
    return { ok: false, problems: [problem(['timings'], null, 'it is no object', mend)] };
  }
  const problems = worldProblems(written.world, base.world);
  const rows = Array.isArray(written.timings) ? written.timings : null;
  if (rows === null) {
    const mend = 'write "timings": [ … ]';
    problems.push(problem(['timings'], null, 'there is no list of timings', mend));
  }
  const read = (rows ?? []).map((row: unknown, index) => readRow(['timings', index], row));
  problems.push(...read.flatMap((row) => row.problems));
  if (problems.length > 0) return { ok: false, problems };
  const own = read.flatMap(({ timing }) => (timing === null ? [] : [timing]));
  const replaced = new Set(own.map(({ kind, verb }) => `${kind} ${verb}`));
  const kept = base.timings.filter(({ kind, verb }) => !replaced.has(`${kind} ${verb}`));
  return { ok: true, timings: { world: base.world, timings: [...own, ...kept] } };
}

function worldProblems(world: unknown, wanted: string): Problem[] {
  if (world === wanted) return [];
  if (typeof world === 'string' && worlds.includes(world)) {
    const mend = `give it with --world ${world}: figures of two worlds are never mixed`;
    return [problem(['world'], world, `these are timings of ${world}, not of ${wanted}`, mend)];
  }
  const mend = `write "world": "${wanted}"`;
  return [problem(['world'], world ?? null, 'it does not say whose timings these are', mend)];
}

interface Row {
  readonly timing: Timing | null;
  readonly problems: readonly Problem[];
}

function readRow(path: Path, row: unknown): Row {
  if (!isObject(row)) {
    const mend = 'write { "kind": …, "verb": …, "distribution": …, "unit": …, … }';
    return { timing: null, problems: [problem(path, null, 'a timing is an object', mend)] };
  }
  const known = ['*', ...Object.keys(kinds)];
  const problems = [
    ...oneOf([...path, 'kind'], row.kind, known, 'no kind of component has this name'),
    ...oneOf([...path, 'verb'], row.verb, timed, 'nothing that is timed has this name'),
    ...oneOf([...path, 'basis'], row.basis, bases, 'it does not say how this is known'),
  ];
  const draw = drawFrom(path, row);
  if (draw.draw === null) return { timing: null, problems: [...problems, ...draw.problems] };
  problems.push(...drawProblems(path, draw.draw));
  const verb = timed.find((each) => each === row.verb);
  if (problems.length > 0 || verb === undefined) return { timing: null, problems };
  const { basis, source } = draw.draw;
  const timing = { kind: String(row.kind), verb, basis, source };
  return { timing: { ...timing, distribution: distributionOf(draw.draw) }, problems };
}

/** As a draw, as far as it can be read as one: what its figures are is looked at after that. */
function drawFrom(
  path: Path,
  { distribution, unit, basis, source }: { readonly [field: string]: unknown },
): { readonly draw: Draw | null; readonly problems: readonly Problem[] } {
  const at = [...path, 'distribution'];
  if (!isObject(distribution)) {
    const mend = 'write { "kind": "lognormal", "median": …, "p99": … }';
    return { draw: null, problems: [problem(at, null, 'there is no distribution', mend)] };
  }
  const spread = spreadFrom(distribution);
  if (spread === null) {
    const mend = 'use constant, uniform or lognormal';
    const kind = distribution.kind ?? null;
    return {
      draw: null,
      problems: [problem([...at, 'kind'], kind, 'no such distribution', mend)],
    };
  }
  const draw: Draw = {
    distribution: spread,
    unit: (typeof unit === 'string' ? unit : 'none') as Unit,
    basis: basis === 'measured' || basis === 'documented' ? basis : 'assumed',
    source: typeof source === 'string' ? source : '',
  };
  return { draw, problems: [] };
}

/** What is no number becomes NaN, which is told as what it is: no duration. */
function spreadFrom(written: { readonly [field: string]: unknown }): Spread | null {
  const figure = (name: string) => {
    const value = written[name];
    return typeof value === 'number' ? value : Number.NaN;
  };
  switch (written.kind) {
    case 'constant':
      return { kind: 'constant', value: figure('value') };
    case 'uniform':
      return { kind: 'uniform', low: figure('low'), high: figure('high') };
    case 'lognormal':
      return { kind: 'lognormal', median: figure('median'), p99: figure('p99') };
    default:
      return null;
  }
}

function oneOf(path: Path, value: unknown, known: readonly string[], wrong: string): Problem[] {
  if (typeof value === 'string' && known.includes(value)) return [];
  const mend =
    typeof value === 'string' ? mendName(value, known) : `use one of: ${known.join(', ')}`;
  return [problem(path, value ?? null, wrong, mend)];
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
