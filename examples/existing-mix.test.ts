/** Any mix of what stands already and what is made fits together, of each example. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isKind, type Kind, kinds, resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import { rows } from './testing/existing.ts';
import { build, parseBuild, writtenExample } from './testing/hcl.ts';
import type { Written } from './testing/made.ts';
import { danglingReferences, parameterProblems } from './testing/references.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);
const seeds = [7041, 7042, 7043, 7044, 7045, 7046];

/** Park and Miller's generator: the same numbers for the same seed. */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** What an id of the kind is like, in a region. */
function idOf(kind: unknown, name: string, region: string): string {
  const row = isKind(kind) ? rows[kind satisfies Kind].id : name;
  const like = typeof row === 'string' ? row : (row[0] ?? '');
  return like.replace(/^(arn:aws:\w+:)[\w-]+:/, `$1${region}:`);
}

/** Whether it may stand in the region alone: a store where it follows would have none to follow. */
function standsAlone(kind: unknown, region: string, [first]: readonly string[]): boolean {
  const data: readonly unknown[] = ['postgres', 'aurora', 'documentdb', 'dynamodb', 'file-store'];
  return region === first || !data.includes(kind);
}

/** One in three stands already: by its tags, by an id in every region, or in one region alone. */
function mixed(written: Written, regions: readonly string[], seed: number): Written {
  const draw = drawsOf(seed);
  const components = Object.entries(written.components ?? {}).map(([name, component]) => {
    if (draw() > 0.35) return [name, component];
    const kind: unknown = Reflect.get(component, 'kind');
    const isOne = isKind(kind) && kinds[kind].scope === 'global';
    const how = draw();
    if (how < 0.4) return [name, { ...component, existing: { tags: { Name: name } } }];
    const one = regions[how < 0.85 ? 0 : 1] ?? '';
    const own = how < 0.7 || !standsAlone(kind, one, regions) ? regions : [one];
    const id = isOne
      ? idOf(kind, name, '')
      : Object.fromEntries(own.map((region) => [region, idOf(kind, name, region)]));
    return [name, { ...component, existing: { id } }];
  });
  return { ...written, components: Object.fromEntries(components) };
}

describe.each(names)('%s', (name) => {
  test.each(seeds)('seed %i', async (seed) => {
    const written = await writtenExample(name);
    const usual = resolve(written);
    if (!usual.ok) throw new Error(JSON.stringify(usual.problems));
    const resolution = resolve(mixed(written, Object.keys(usual.platform.regions), seed));
    if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
    const built = build(resolution.platform);
    const modules = await parseBuild(built);
    expect(built.problems).toEqual([]);
    expect(danglingReferences(modules)).toEqual([]);
    expect(parameterProblems(modules)).toEqual([]);
  });
});
