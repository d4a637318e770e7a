/**
 * The administrator's password can be changed wherever the data is: before a failover, after it,
 * and after the way home. One copy has it, the one that writes, and reads it in its own region.
 */
import { type Platform, resolve } from '@outrigger/model';
import { labelOf } from '@outrigger/terraform';
import { beforeAll, describe, expect, test } from 'vitest';
import { planned } from './testing/cloud.ts';
import { lived, type Time } from './testing/failover-state.ts';
import { type Phase, phases } from './testing/failover-table.ts';
import {
  at,
  build,
  listOf,
  type Parsed,
  type ParsedModule,
  parseBuild,
  writtenExample,
} from './testing/hcl.ts';

const databases = [
  ['eks-failover', 'orders-db', 'aws_db_instance', 'password_wo'],
  ['ec2-monitored', 'records', 'aws_rds_cluster', 'master_password_wo'],
  ['net-diagram', 'documents', 'aws_docdb_cluster', 'master_password_wo'],
] as const;

/** The example with another version of the password, as a user would write it. */
async function withVersion(example: string, database: string, version: number): Promise<Platform> {
  const written = structuredClone(await writtenExample(example));
  Object.assign(written.components?.[database] ?? {}, { passwords: { version } });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

describe.each(databases)('%s: %s', (example, database, type, argument) => {
  const label = labelOf(database);
  const secret = `aws_secretsmanager_secret.${label}`;
  const kept = `ephemeral.aws_secretsmanager_secret_version.${label}`;
  let home = '';
  let raised: Platform;
  let times: ReadonlyMap<'normal' | Phase, Time>;
  const timeOf = (phase: 'normal' | Phase): Time => {
    const found = times.get(phase);
    if (found === undefined) throw new Error(`no ${phase}`);
    return found;
  };
  const copiesIn = (modules: ReadonlyMap<string, ParsedModule>) =>
    [...modules.values()].flatMap(({ folder, blocks }) =>
      [...blocks]
        .filter(([address]) => new RegExp(`^${type}\\.${label}(?:_\\d)?$`).test(address))
        .map(([address, body]) => ({ folder, address, body })),
    );

  beforeAll(async () => {
    const platform = await withVersion(example, database, 1);
    raised = await withVersion(example, database, 2);
    [home = ''] = Object.keys(platform.regions);
    times = await lived(platform);
  });

  describe.each(['normal', ...phases] as const)('%s', (phase) => {
    test('the copy that writes is given it, and no other', () => {
      const { state, modules } = timeOf(phase);
      const writer = state.data[database]?.writerIn;
      const copies = copiesIn(modules);
      const given = copies.filter(({ body }) => body[argument] !== undefined);
      expect(given.map(({ folder }) => folder)).toEqual([`${writer}/data`]);
      expect(given[0]?.body[argument]).toContain(`${kept}.secret_string`);
      const others = copies.filter((copy) => !given.includes(copy));
      expect(others).toHaveLength(1);
      for (const { body } of others) {
        const ignored = listOf(at(body, 'lifecycle.ignore_changes'));
        expect(ignored).toContain(`\${${argument}_version}`);
      }
    });

    test('it is read from the secret of its own region', () => {
      const { state, modules } = timeOf(phase);
      const writer = state.data[database]?.writerIn ?? '';
      const held = modules.get(`${home}/data`)?.blocks.get(secret);
      const read = modules.get(`${writer}/data`)?.blocks.get(kept);
      const copies = listOf(held?.replica).map((replica: Parsed) => at(replica, 'region'));
      if (writer === home) {
        const version = `aws_secretsmanager_secret_version.${label}`;
        expect(read?.secret_id).toBe(`\${${version}.secret_id}`);
        expect(at(modules.get(`${home}/data`)?.blocks.get(version), 'secret_id')).toBe(
          `\${${secret}.id}`,
        );
      } else {
        expect(copies).toContain(writer);
        expect(read?.secret_id).toBe(held?.name);
      }
      const readers = [...modules.values()].filter(({ blocks }) => blocks.has(kept));
      expect(readers.map(({ folder }) => folder)).toEqual([`${writer}/data`]);
    });

    test('raised, it changes in the secret and in the copy that writes', async () => {
      const { state, cloud } = timeOf(phase);
      const modules = await parseBuild(build(raised, state));
      const writer = state.data[database]?.writerIn;
      const own = copiesIn(modules).find(({ folder }) => folder === `${writer}/data`)?.address;
      expect(planned(cloud, modules)).toEqual(
        [
          `~ ${home}/data aws_secretsmanager_secret_version.${label} secret_string_wo_version`,
          `~ ${writer}/data ${own} ${argument}_version`,
        ].sort(),
      );
    });

    test('a copy of the secret that has not followed is not taken', async () => {
      const { state } = timeOf(phase);
      const modules = await parseBuild(build(raised, state));
      const writer = state.data[database]?.writerIn;
      const made = `aws_secretsmanager_secret_version.${label}`;
      const held = modules.get(`${home}/data`)?.blocks.get(made);
      expect(held?.secret_string_wo).toMatch(/version += 2/);
      const read = modules.get(`${writer}/data`)?.blocks.get(kept);
      const condition = at(read, 'lifecycle.postcondition.condition');
      // At home it is read after it has been written, and before that while it is planned.
      if (writer === home) expect(condition).toBeUndefined();
      else expect(condition).toMatch(/self\.secret_string\)\["version"\], 0\) == 2/);
    });
  });
});
