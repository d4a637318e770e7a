import type { Path, Problem } from '@outrigger/model';
import { drawProblems, problem } from './check-graph.ts';
import type { Disturbance } from './world/disturbance.ts';
import { disturbances } from './world/disturbances.ts';
import { type Figure, isPlain } from './world/figure.ts';
import type { OwnFigure } from './world/own-figures.ts';
import { basisProblems, drawFrom, isObject, oneOf } from './written-draw.ts';

const unknownName = 'nothing that disturbs has this name';

export interface ReadFigures {
  readonly figures: readonly OwnFigure[];
  readonly problems: readonly Problem[];
}

/**
 * A user's figures of what disturbs a recovery: `[{ disturbance, figure, distribution, unit,
 * basis, source }]`, and `component` where a figure is one store's own. Each is of the same unit as
 * the one whose place it takes (of a time any), and what never varies does not vary here either.
 * `stores`: those of the platform that they are for; null where that is not known.
 */
export function readFigures(
  path: Path,
  written: unknown,
  stores: readonly string[] | null,
): ReadFigures {
  if (written === undefined) return { figures: [], problems: [] };
  if (!Array.isArray(written)) {
    const mend = 'write "disturbances": [ … ], or leave it out';
    return { figures: [], problems: [problem(path, null, 'it is no list of figures', mend)] };
  }
  const rows = written.map((row: unknown, index) => readRow([...path, index], row, stores));
  return {
    figures: rows.flatMap(({ figures }) => figures),
    problems: rows.flatMap(({ problems }) => problems),
  };
}

function readRow(path: Path, row: unknown, stores: readonly string[] | null): ReadFigures {
  const wrong = (...problems: readonly Problem[]): ReadFigures => ({ figures: [], problems });
  if (!isObject(row)) {
    const mend = 'write { "disturbance": …, "figure": …, "distribution": …, "unit": …, … }';
    return wrong(problem(path, null, 'a figure is an object', mend));
  }
  const found = disturbances.find(({ name }) => name === row.disturbance);
  if (found === undefined) {
    const names = namesOf(disturbances);
    return wrong(...oneOf([...path, 'disturbance'], row.disturbance, names, unknownName));
  }
  const ours = new Map(Object.entries(found.figures)).get(String(row.figure));
  if (ours === undefined) {
    const names = Object.keys(found.figures);
    return wrong(...oneOf([...path, 'figure'], row.figure, names, unknownName));
  }
  const problems = [
    ...componentProblems([...path, 'component'], found, row.component, stores),
    ...basisProblems(path, row.basis),
  ];
  // Of what is plain only the numbers are looked at here, as those of a time in ms.
  const unit = isPlain(ours.unit) ? 'ms' : row.unit;
  const { draw, problems: unreadable } = drawFrom(path, { ...row, unit });
  if (draw === null) return wrong(...problems, ...unreadable);
  problems.push(...drawProblems(path, draw));
  problems.push(...plainProblems(path, ours, draw.distribution, row.unit));
  if (problems.length > 0) return wrong(...problems);
  const { component } = row;
  const own: OwnFigure = {
    ...draw,
    unit: isPlain(ours.unit) ? ours.unit : draw.unit,
    disturbance: found.name,
    figure: String(row.figure),
    ...(typeof component === 'string' ? { component } : {}),
  };
  return { figures: [own], problems: [] };
}

function namesOf(all: readonly Disturbance[]): readonly string[] {
  return all.flatMap(({ figures, name }) => (Object.keys(figures).length > 0 ? [name] : []));
}

function componentProblems(
  path: Path,
  { name }: Disturbance,
  component: unknown,
  stores: readonly string[] | null,
): Problem[] {
  if (component === undefined) return [];
  if (name === 'lag' && typeof component === 'string') {
    const wrong = 'no store of the platform has this name, so it would count for none';
    return stores === null ? [] : oneOf(path, component, stores, wrong);
  }
  const mend = 'leave it out; only `lag` has figures of one store';
  return [problem(path, component, 'this figure is no component’s own', mend)];
}

/** What the figure whose place it takes is made of, this one has to be made of too. */
function plainProblems(
  path: Path,
  { distribution, unit }: Figure,
  spread: Figure['distribution'],
  written: unknown,
): Problem[] {
  const found: Problem[] = [];
  if (isPlain(unit) && written !== unit) {
    found.push(problem([...path, 'unit'], written ?? null, 'not its unit', `write "${unit}"`));
  }
  const at = [...path, 'distribution'];
  if (distribution.kind === 'constant' && spread.kind !== 'constant') {
    const mend = 'write { "kind": "constant", "value": … }';
    found.push(problem([...at, 'kind'], spread.kind, 'this figure is the same in every run', mend));
  }
  const [low, high] = endsOf(spread);
  if (unit === 'share' && high > 1) {
    found.push(problem(at, high, 'a share is at most 1', 'write it as a part of 1: 0.25'));
  }
  if (unit === 'count' && !Number.isInteger(low)) {
    found.push(problem(at, low, 'a number of things is whole', 'write a whole number'));
  }
  if (unit === 'MiB/s' && low === 0) {
    found.push(problem(at, low, 'nothing would ever come through', 'write a rate above 0'));
  }
  return found;
}

/** The lowest and highest figure that is written. */
function endsOf(spread: Figure['distribution']): readonly [number, number] {
  switch (spread.kind) {
    case 'constant':
      return [spread.value, spread.value];
    case 'uniform':
      return [spread.low, spread.high];
    case 'lognormal':
      return [spread.median, spread.p99];
  }
}
