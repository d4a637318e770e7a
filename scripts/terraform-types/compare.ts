/** One argument after the other: what we write beside what the bindings' own synth writes. */
import { type Json, type JsonMap, listOf, mapOf } from './read-hcl.ts';

export interface Difference {
  /** Of the argument in its resource: `rule.action.allow`. */
  readonly path: string;
  readonly wrong: string;
}

export interface Comparison {
  /** Values that were held side by side; a list counts each of its own. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** A body, and the paths of what is a block in it. */
export interface Side {
  readonly body: JsonMap;
  readonly blocks: ReadonlySet<string>;
}

export function compare(ours: Side, theirs: Side): Comparison {
  const blocks = [...new Set([...ours.blocks, ...theirs.blocks])].flatMap((path) => {
    if (ours.blocks.has(path) === theirs.blocks.has(path)) return [];
    const wrong = ours.blocks.has(path)
      ? 'we write a block, the bindings an argument'
      : 'we write an argument, the bindings a block';
    return [{ path, wrong }];
  });
  const values = compareValues(ours.body, theirs.body, '', ours.blocks);
  return { compared: values.compared, differences: [...blocks, ...values.differences] };
}

function compareValues(
  ours: Json | undefined,
  theirs: Json | undefined,
  path: string,
  blocks: ReadonlySet<string>,
): Comparison {
  if (isUnset(ours) && isUnset(theirs)) return { compared: 0, differences: [] };
  if (isUnset(theirs)) return differ(path, `the bindings drop ${shown(ours)}`);
  if (isUnset(ours)) return differ(path, `the bindings add ${shown(theirs)}`);
  // One block is a map for the bindings where there can be no second.
  if (blocks.has(path) && Array.isArray(ours) !== Array.isArray(theirs)) {
    return compareValues(listOf(ours), listOf(theirs), path, blocks);
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) {
      return differ(path, `${ours.length} of them, for the bindings ${theirs.length}`);
    }
    const items = ours.map((one, index) => compareValues(one, theirs[index], path, blocks));
    return { compared: Math.max(1, sum(items)), differences: items.flatMap(told) };
  }
  if (isObject(ours) && isObject(theirs)) {
    const names = new Set([...Object.keys(mapOf(ours)), ...Object.keys(mapOf(theirs))]);
    const inner = [...names].map((name) => {
      const below = path === '' ? name : `${path}.${name}`;
      return compareValues(mapOf(ours)[name], mapOf(theirs)[name], below, blocks);
    });
    return { compared: Math.max(1, sum(inner)), differences: inner.flatMap(told) };
  }
  if (ours === theirs) return { compared: 1, differences: [] };
  return differ(path, `${shown(ours)}, for the bindings ${shown(theirs)}`);
}

function isUnset(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

function isObject(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differ(path: string, wrong: string): Comparison {
  return { compared: 1, differences: [{ path, wrong }] };
}

function sum(comparisons: readonly Comparison[]): number {
  return comparisons.reduce((total, { compared }) => total + compared, 0);
}

function told({ differences }: Comparison): readonly Difference[] {
  return differences;
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
