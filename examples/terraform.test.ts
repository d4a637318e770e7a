/** What holds for the Terraform of every example, on what a parser reads of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, databaseComponents, type Platform } from '@outrigger/model';
import type { TerraformBuild } from '@outrigger/terraform';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, loadExample, parseBuild, writtenExample } from './testing/hcl.ts';
import { withBackupsOnly, without } from './testing/made.ts';
import {
  type Modules,
  noCycle,
  nothingIsOpen,
  oneRegionEach,
  peersAreReachedBothWays,
  type Rule,
  rangesAreApart,
  rulesHaveBothEnds,
} from './testing/module-rules.ts';
import { answersComeBack, noPartition, recordsHaveOneOwner } from './testing/network-rules.ts';
import { managedPasswordsAreChanged, passwordsHaveReaders } from './testing/password-rules.ts';
import {
  fileDriversMakeAccessPoints,
  nobodyIsRootOfFiles,
  policiesAllowWhatIsNeeded,
  policiesAreNarrow,
  rolesAreTakenByOne,
  statementsComeTogether,
  statementsHaveWords,
  storesTakeTlsOnly,
} from './testing/policy-rules.ts';
import { danglingReferences, parameterProblems, referencesIn } from './testing/references.ts';
import {
  alarmsAreHeard,
  alarmsAreSummedUp,
  alarmsAreToldOnce,
  alwaysSaid,
  databasesTakeTlsOnly,
  databasesTell,
  everySwitchIsKnown,
  nothingStandsAlone,
  onlyClientsComeFromAnywhere,
  onlyReplicasLeaveNoSnapshot,
  rulesNameOnePort,
  rulesSayWhatTheyTell,
  statesHaveOurKey,
} from './testing/safety-rules.ts';
import { fmtProblems } from './testing/terraform-binary.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);

const rules: { readonly [title: string]: Rule } = {
  'every reference points to something in its module': danglingReferences,
  'no reference leads back to where it came from': noCycle,
  'every parameter that is read is written by what is applied before': parameterProblems,
  'only peering reads two regions': oneRegionEach,
  'every rule of a security group has both ends': rulesHaveBothEnds,
  'no VPC overlaps one that it is peered with': rangesAreApart,
  'peers are reached both ways': peersAreReachedBothWays,
  'what was asked for outside is answered': answersComeBack,
  'no two modules write one record': recordsHaveOneOwner,
  'no partition of AWS is written out': noPartition,
  'no secret stands in it, and nothing is open that need not be': nothingIsOpen,
  'what is always said is said': alwaysSaid,
  'no switch is written that nobody knows': everySwitchIsKnown,
  'states are encrypted with our key': statesHaveOurKey,
  'only replicas leave no snapshot': onlyReplicasLeaveNoSnapshot,
  'databases take TLS only': databasesTakeTlsOnly,
  'buckets and file systems take TLS only': storesTakeTlsOnly,
  'nothing stands without what closes, keeps or watches it': nothingStandsAlone,
  'every topic is heard': alarmsAreHeard,
  'every rule of a security group names one port': rulesNameOnePort,
  'only clients of load balancers come from anywhere': onlyClientsComeFromAnywhere,
  'policies allow what is needed': policiesAllowWhatIsNeeded,
  'passwords have readers': passwordsHaveReaders,
  'passwords that AWS makes are changed': managedPasswordsAreChanged,
  'policies are narrow': policiesAreNarrow,
  'nobody is root of files': nobodyIsRootOfFiles,
  'drivers of files make access points': fileDriversMakeAccessPoints,
  'statements come together': statementsComeTogether,
  'statements have words': statementsHaveWords,
  'rules of EventBridge say what they tell': rulesSayWhatTheyTell,
  'alarms are summed up': alarmsAreSummedUp,
  'alarms are told once': alarmsAreToldOnce,
  'databases tell that they fail': databasesTell,
  'a role is taken by one': rolesAreTakenByOne,
};

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
    const held = [alwaysSaid, alarmsAreHeard, databasesTell];
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
