/** Each line of a design that Terraform owns, on what HashiCorp's parser reads of its build. */
import { resolve } from '@outrigger/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Requirement } from '../requirement.ts';
import { build, type ParsedModule, parseBuild } from './hcl.ts';
import { madeBy, type Written, without } from './made.ts';

/**
 * By the line of the design: `us-east-1/network aws_vpc.main`, and what its arguments are. What the
 * design does not ask for, but a component of ours makes, is under `ours: …`.
 */
export interface Built {
  readonly [line: string]: Wanted;
}

interface Wanted {
  readonly [resource: string]: { readonly [argument: string]: unknown };
}

type Modules = ReadonlyMap<string, ParsedModule>;

function bodyOf(modules: Modules, address: string) {
  const [folder = '', block = ''] = address.split(' ');
  return modules.get(folder)?.blocks.get(block);
}

function holds(modules: Modules, wanted: Wanted): boolean {
  try {
    for (const [address, arguments_] of Object.entries(wanted)) {
      expect(bodyOf(modules, address)).toMatchObject(arguments_);
    }
    return true;
  } catch {
    return false;
  }
}

export function testBuilt(
  written: Written,
  requirements: readonly Requirement[],
  built: Built,
): void {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const { platform } = resolution;
  const owned = requirements.filter(({ projection }) => projection === 'terraform');
  let modules: Modules = new Map();
  beforeAll(async () => {
    modules = await parseBuild(build(platform));
  });

  describe('each line that Terraform owns', () => {
    test('has resources that say it', () => {
      const lines = Object.keys(built).filter((line) => !line.startsWith('ours: '));
      expect(lines.sort()).toEqual(owned.map(({ line }) => line).sort());
    });

    test.each(Object.entries(built))('%s', (_, wanted) => {
      expect(Object.keys(wanted).length).toBeGreaterThan(0);
      for (const [address, arguments_] of Object.entries(wanted)) {
        expect(Object.keys(arguments_).length, `${address} says nothing`).toBeGreaterThan(0);
        expect(bodyOf(modules, address), address).toMatchObject(arguments_);
      }
    });
  });

  const makers = Object.keys(platform.components).filter((name) => madeBy(platform, name).size > 0);

  test.each(makers)('%s cannot be taken away without a line that misses it', async (name) => {
    const left = await parseBuild(build(without(written, name)));
    const missed = Object.entries(built).filter(([, wanted]) => !holds(left, wanted));
    expect(missed.length, `${name} is gone, and each line still holds`).toBeGreaterThan(0);
  });
}
