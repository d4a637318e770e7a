/** Each line of a design, held against the platform that is meant to say it. */
import { type Platform, resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import { projections, type Requirement } from './requirement.ts';

export function resolved(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

/** A part of a platform: `components.cluster.nodeGroups.apps`; undefined where there is none. */
function partOf(platform: Platform, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      platform,
    );
}

/** `ours` are the components that the design does not ask for; each is there for a reason. */
export function testRequirements(
  written: unknown,
  requirements: readonly Requirement[],
  ours: readonly string[],
): void {
  const platform = resolved(written);
  const names = Object.keys(platform.components);

  describe('each line of the design', () => {
    test.each(requirements)('$projection: $line', ({ projection, by, of, says = {} }) => {
      expect(projections).toContain(projection);
      if (by !== undefined) expect(names).toContain(by);
      // What Terraform writes is written for a component, or it is the frame of all of them.
      if (projection === 'terraform') expect(by ?? of).toBeDefined();
      for (const [path, value] of Object.entries(says)) {
        const found = partOf(platform, path);
        expect(found, path).toBeDefined();
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
          expect(found, path).toMatchObject(value);
        } else expect(found, path).toEqual(value);
      }
    });

    test('stands there once', () => {
      const lines = requirements.map(({ line }) => line);
      expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
    });
  });

  test('each component carries a line, or is ours', () => {
    const carrying = requirements.flatMap(({ by }) => (by === undefined ? [] : [by]));
    expect(names.filter((name) => !carrying.includes(name) && !ours.includes(name))).toEqual([]);
    expect(ours.filter((name) => !names.includes(name) || carrying.includes(name))).toEqual([]);
  });

  test('of each component that carries a line, something is said', () => {
    for (const name of new Set(requirements.flatMap(({ by }) => by ?? []))) {
      const own = requirements.flatMap(({ says = {} }) => Object.keys(says));
      const isSaid = own.some((path) => `${path}.`.startsWith(`components.${name}.`));
      expect(isSaid, name).toBe(true);
    }
  });
}
