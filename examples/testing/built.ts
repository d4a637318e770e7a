/** The Terraform that is committed of an example, read by HashiCorp's own parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Requirement } from '../requirement.ts';

/** By the line of the design: `us-east-1/network aws_vpc.main`, and what its arguments are. */
export interface Built {
  readonly [line: string]: {
    readonly [resource: string]: { readonly [argument: string]: unknown };
  };
}

type Bodies = ReadonlyMap<string, unknown>;

/** Every resource of a build, by its module's folder and its address. */
async function resourcesIn(folder: string): Promise<Bodies> {
  const found = new Map<string, unknown>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((path) => path.endsWith('.tf'))) {
    const read: {
      readonly resource?: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
    } = await parse(file, readFileSync(join(folder, file), 'utf8'));
    for (const [type, named] of Object.entries(read.resource ?? {})) {
      for (const [name, bodies] of Object.entries(named)) {
        found.set(`${dirname(file)} ${type}.${name}`, bodies[0]);
      }
    }
  }
  return found;
}

/** Each line that Terraform owns, on parsed HCL: resource, argument, value. */
export function testBuilt(
  folder: string,
  requirements: readonly Requirement[],
  built: Built,
): void {
  const owned = requirements.filter(({ projection }) => projection === 'terraform');
  let resources: Bodies = new Map();
  beforeAll(async () => {
    resources = await resourcesIn(join(folder, 'build/terraform'));
  });

  describe('each line that Terraform owns', () => {
    test('has resources that say it', () => {
      expect(Object.keys(built).sort()).toEqual(owned.map(({ line }) => line).sort());
    });

    test.each(Object.entries(built))('%s', (_, wanted) => {
      expect(Object.keys(wanted).length).toBeGreaterThan(0);
      for (const [address, arguments_] of Object.entries(wanted)) {
        const body = resources.get(address);
        expect(body, address).toBeDefined();
        expect(body, address).toMatchObject(arguments_);
      }
    });
  });

  test('no component can be taken away without a line that misses its own resources', () => {
    const named = Object.values(built).flatMap((wanted) => Object.keys(wanted));
    for (const name of new Set(owned.flatMap(({ by }) => by ?? []))) {
      // A region has one network, whose VPC is `main`.
      const label = name === 'network' ? 'main' : name.replaceAll('-', '_');
      const own = new RegExp(`\\.${label}(_|$)`);
      expect(
        named.some((address) => own.test(address)),
        name,
      ).toBe(true);
    }
  });
}
