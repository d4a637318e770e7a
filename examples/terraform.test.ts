/** What holds for the Terraform of every example, on what a parser reads of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '@outrigger/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, listOf, loadExample, mapOf, type ParsedModule, parseBuild } from './testing/hcl.ts';
import { danglingReferences, parameterProblems, referencesIn } from './testing/references.ts';
import { fmtProblems } from './testing/terraform-binary.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);

describe.each(names)('%s', (name) => {
  let platform: Platform;
  let modules: Map<string, ParsedModule>;
  beforeAll(async () => {
    platform = await loadExample(name);
    modules = await parseBuild(build(platform));
  });

  const everywhere = () => [...modules.values()];

  test('nothing in it would be refused, and the same input gives the same bytes', () => {
    const built = build(platform);
    expect(built.problems).toEqual([]);
    expect(build(JSON.parse(JSON.stringify(platform))).files).toEqual(built.files);
  });

  test('it is as terraform fmt leaves it', () => {
    expect(fmtProblems(build(platform).files.map(({ text }) => text))).toEqual([]);
  });

  test('every reference points to something in its module', () => {
    expect(danglingReferences(modules)).toEqual([]);
    const found = everywhere().flatMap(({ blocks }) => [...blocks.values()].flatMap(referencesIn));
    expect(found.length).toBeGreaterThan(0);
  });

  test('no reference leads back to where it came from', () => {
    for (const { folder, blocks, locals } of everywhere()) {
      const edges = new Map([
        // A variable's own condition is about itself.
        ...[...blocks]
          .filter(([address]) => !address.startsWith('var.'))
          .map(([address, body]) => [address, referencesIn(body)] as const),
        ...[...locals].map(([key, value]) => [`local.${key}`, referencesIn(value)] as const),
      ]);
      const done = new Set<string>();
      const visit = (address: string, above: readonly string[]): void => {
        expect(above.includes(address), `${folder}: ${[...above, address].join(' → ')}`).toBe(
          false,
        );
        if (done.has(address)) return;
        for (const next of edges.get(address) ?? []) visit(next, [...above, address]);
        done.add(address);
      };
      for (const address of edges.keys()) visit(address, []);
    }
  });

  test('every parameter that is read is written by what is applied before', () => {
    expect(parameterProblems(modules)).toEqual([]);
    const read = everywhere().flatMap(({ blocks }) =>
      [...blocks.keys()].filter((address) => address.startsWith('data.aws_ssm_parameter.')),
    );
    expect(read.length).toBeGreaterThan(0);
  });

  test('only peering reads two regions', () => {
    for (const { folder, blocks } of everywhere()) {
      if (folder === 'peering') continue;
      for (const [address, body] of blocks) {
        if (!address.startsWith('data.') || body.region === undefined) continue;
        expect(folder, address).toBe('global');
      }
    }
  });

  test('every rule of a security group has both ends', () => {
    for (const { folder, blocks } of everywhere()) {
      for (const [address, body] of blocks) {
        if (!/^aws_vpc_security_group_(in|e)gress_rule\./.test(address)) continue;
        const ends = [body.referenced_security_group_id, body.cidr_ipv4, body.prefix_list_id];
        expect(body.security_group_id, `${folder} ${address}`).toBeDefined();
        expect(ends.filter((end) => end !== undefined).length, `${folder} ${address}`).toBe(1);
      }
      for (const [address, body] of blocks) {
        if (!address.startsWith('aws_security_group.')) continue;
        expect(listOf(body.ingress), `${folder} ${address}`).toEqual([]);
      }
    }
  });

  test('no VPC overlaps one that it is peered with', () => {
    const ranges = Object.values(platform.regions).map(({ cidr }) => cidr.split('/')[0]);
    expect(new Set(ranges).size).toBe(ranges.length);
    const peerings = [...(modules.get('peering')?.blocks ?? [])].filter(([address]) =>
      address.startsWith('aws_vpc_peering_connection.'),
    );
    const pairs = (ranges.length * (ranges.length - 1)) / 2;
    expect(peerings).toHaveLength(pairs);
  });

  test('no secret stands in it, and nothing is open that need not be', () => {
    for (const { folder, blocks } of everywhere()) {
      for (const [address, body] of blocks) {
        const place = `${folder} ${address}`;
        for (const key of ['password', 'master_password', 'secret_string']) {
          expect(body[key], place).toBeUndefined();
        }
        if ('publicly_accessible' in body) expect(body.publicly_accessible, place).toBe(false);
        if ('storage_encrypted' in body) expect(body.storage_encrypted, place).toBe(true);
        const options = mapOf(listOf(body.metadata_options)[0]);
        if (address.startsWith('aws_launch_template.')) {
          expect(options.http_tokens, place).toBe('required');
        }
      }
    }
  });
});
