/** What holds for the Terraform of every example, on what a parser reads of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, databaseComponents, type Platform } from '@outrigger/model';
import type { TerraformBuild } from '@outrigger/terraform';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, loadExample, parseBuild, writtenExample } from './testing/hcl.ts';
import { withBackupsOnly, without } from './testing/made.ts';
import type { Modules } from './testing/module-rules.ts';
import { referencesIn } from './testing/references.ts';
import { rules } from './testing/rules.ts';
import { fmtProblems } from './testing/terraform-binary.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);

describe.each(names)('%s', (name) => {
  let platform: Platform;
  let built: TerraformBuild;
  let modules: Modules;
  beforeAll(async () => {
    platform = await loadExample(name);
    built = build(platform);
    modules = await parseBuild(built);
  });

  test('nothing in it would be refused, and the same input gives the same bytes', () => {
    expect(built.problems).toEqual([]);
    expect(build(JSON.parse(JSON.stringify(platform))).files).toEqual(built.files);
  });

  test('it is as terraform fmt leaves it', () => {
    expect(fmtProblems(built.files.map(({ text }) => text))).toEqual([]);
  });

  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(modules)).toEqual([]);
  });

  test('without a component for alarms each database has its own, which are heard', async () => {
    const [alarms] = componentsOf(platform, 'alarms');
    const left = without(await writtenExample(name), alarms?.name ?? '');
    const found = await parseBuild(build(left));
    const held = [
      rules['what is always said is said'],
      rules['every topic is heard'],
      rules['databases tell that they fail'],
    ];
    expect(held.flatMap((rule) => rule(found))).toEqual([]);
    const own = [...found.values()].flatMap(({ blocks }) => [...blocks.keys()]);
    expect(own.some((address) => /^aws_cloudwatch_metric_alarm\.\w+_cpu$/.test(address))).toBe(
      true,
    );
  });

  test('where no region follows, AWS makes each password, and all of it holds too', async () => {
    const found = build(withBackupsOnly(await writtenExample(name)));
    expect(found.problems).toEqual([]);
    const left = await parseBuild(found);
    // What only a store that is copied to another region says.
    const ofCopies = /aws_(efs_file_system|dynamodb_table)\.\w+ says no /;
    const told = Object.entries(rules).flatMap(([title, rule]) =>
      rule(left).map((wrong) => `${title}: ${wrong}`),
    );
    expect(told.filter((wrong) => !ofCopies.test(wrong))).toEqual([]);
    const managed = [...left.values()].flatMap(({ blocks }) =>
      [...blocks.values()].filter((body) => body.manage_master_user_password === true),
    );
    expect(managed).toHaveLength(databaseComponents(platform).length);
  });

  test('there is something to look at', () => {
    for (const { folder, blocks } of modules.values()) {
      const found = [...blocks.values()].flatMap((body) => referencesIn(body));
      expect(found.length, folder).toBeGreaterThan(0);
    }
  });
});
