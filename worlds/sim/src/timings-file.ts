import { kinds, type Path, type Problem } from '@outrigger/model';
import { type During, intents, type Timing, type Timings, verbs } from '@outrigger/recovery';
import type { CalibratedTiming, Calibration } from './calibrate.ts';
import { drawProblems, problem } from './check-graph.ts';
import { readFigures } from './figures-file.ts';
import { distributionOf, drawOf } from './units.ts';
import type { OwnFigure, WorldTimings } from './world/own-figures.ts';
import { basisProblems, drawFrom, isObject, oneOf } from './written-draw.ts';

export type ReadTimings =
  | { readonly ok: true; readonly timings: WorldTimings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const worlds = ['aws', 'lab'];

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
  'backup-age',
  'load',
  'call',
  'no-answer',
];
const timed: readonly Timing['verb'][] = [...verbs, ...moments];

/**
 * A user's own timings, read over those of a world: a row stands for those of the same kind and
 * verb, the others stay. It is `{ world, timings: [{ kind, verb, distribution, unit, basis,
 * source }] }`, and `during: { intent, to }` where a row is for such recoveries only; its
 * `disturbances` are figures of what disturbs a recovery (`readFigures`), those of one store for
 * one of `stores` where the platform is known. All that is wrong is told at once. What else a row
 * has (`n`, `was`) is for people.
 */
export function readTimings(
  written: unknown,
  base: WorldTimings,
  stores: readonly string[] | null = null,
): ReadTimings {
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
  const figures = readFigures(['disturbances'], written.disturbances, stores);
  problems.push(...figures.problems, ...otherWorldProblems(base, figures.figures));
  if (problems.length > 0) return { ok: false, problems };
  const own = read.flatMap(({ timing }) => (timing === null ? [] : [timing]));
  const replaced = new Set(own.map(({ kind, verb }) => `${kind} ${verb}`));
  const kept = base.timings.filter(({ kind, verb }) => !replaced.has(`${kind} ${verb}`));
  const timings = { ...base, timings: [...own, ...kept] };
  const all = [...(base.figures ?? []), ...figures.figures];
  return { ok: true, timings: all.length === 0 ? timings : { ...timings, figures: all } };
}

/** What disturbs a recovery has AWS's figures, or a user's of theirs. */
function otherWorldProblems({ world }: Timings, figures: readonly OwnFigure[]): Problem[] {
  if (world !== 'lab' || figures.length === 0) return [];
  const wrong = 'what disturbs a recovery is simulated with AWS’s timings only';
  return [problem(['disturbances'], null, wrong, 'leave them out')];
}

function worldProblems(world: unknown, wanted: string): Problem[] {
  if (world === wanted) return [];
  if (typeof world === 'string' && worlds.includes(world)) {
    const mend = `name timings of ${wanted}: figures of two worlds are never mixed`;
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
    ...basisProblems(path, row.basis),
    ...duringProblems([...path, 'during'], row.during),
  ];
  const draw = drawFrom(path, row);
  if (draw.draw === null) return { timing: null, problems: [...problems, ...draw.problems] };
  problems.push(...drawProblems(path, draw.draw));
  const verb = timed.find((each) => each === row.verb);
  if (problems.length > 0 || verb === undefined) return { timing: null, problems };
  const { basis, source } = draw.draw;
  const during = duringOf(row.during);
  const timing = {
    kind: String(row.kind),
    verb,
    ...(during === null ? {} : { during }),
    basis,
    source,
  };
  return { timing: { ...timing, distribution: distributionOf(draw.draw) }, problems };
}

function duringOf(written: unknown): During | null {
  if (!isObject(written) || typeof written.to !== 'string') return null;
  const intent = intents.find((each) => each === written.intent);
  return intent === undefined ? null : { intent, to: written.to };
}

function duringProblems(path: Path, written: unknown): Problem[] {
  if (written === undefined || duringOf(written) !== null) return [];
  const mend = `write { "intent": …, "to": <region> }, or leave it out; ${intents.join(', ')}`;
  const wrong = 'it does not say for which recoveries this is';
  return [problem(path, isObject(written) ? null : written, wrong, mend)];
}

/** A file of timings as text: a row a line, so that two versions of it can be compared. */
export function timingsText(calibration: Calibration): string {
  const { world, drills, timings, disturbances = [] } = writeTimings(calibration);
  const list = (rows: readonly object[]) =>
    rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const parts = [
    `  "world": ${JSON.stringify(world)}`,
    `  "drills": [\n${list(drills)}\n  ]`,
    `  "timings": [\n${list(timings)}\n  ]`,
    ...(disturbances.length > 0 ? [`  "disturbances": [\n${list(disturbances)}\n  ]`] : []),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** What drills measured as a file that `readTimings` reads: the old value stands in each row. */
export function writeTimings({ world, drills, measured, kept, timings }: Calibration) {
  const { figures } = timings;
  return {
    world,
    drills,
    timings: [...measured.map(writtenMeasured), ...kept.map(written)],
    ...(figures === undefined ? {} : { disturbances: figures }),
  };
}

function writtenMeasured({ timing, n, drills, was }: CalibratedTiming) {
  return { ...written(timing), n, drills, was: was === null ? null : drawOf(was) };
}

function written({ kind, verb, during, ...duration }: Timing) {
  return { kind, verb, ...(during === undefined ? {} : { during }), ...drawOf(duration) };
}
