import { mendName, type Path, type Problem } from '@outrigger/model';
import { problem } from './check-graph.ts';
import type { Draw, Spread } from './step-graph.ts';
import type { Unit } from './units.ts';

const bases: readonly string[] = ['measured', 'documented', 'assumed'];

/** As a draw, as far as it can be read as one: what its figures are is looked at after that. */
export function drawFrom(
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

export function basisProblems(path: Path, basis: unknown): Problem[] {
  return oneOf([...path, 'basis'], basis, bases, 'it does not say how this is known');
}

export function oneOf(
  path: Path,
  value: unknown,
  known: readonly string[],
  wrong: string,
): Problem[] {
  if (typeof value === 'string' && known.includes(value)) return [];
  const mend =
    typeof value === 'string' ? mendName(value, known) : `use one of: ${known.join(', ')}`;
  return [problem(path, value ?? null, wrong, mend)];
}

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
