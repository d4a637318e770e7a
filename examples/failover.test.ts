/**
 * After a failover nothing breaks: what AWS changes in a failover and on the way home is laid over
 * what Terraform has made, and the text of each recovery state is compared with it, as
 * `terraform plan` would. Nothing may be made, destroyed or detached, and little may change.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  componentsOf,
  dataComponents,
  isWrittenEverywhere,
  type Platform,
  resolve,
} from '@outrigger/model';
import { type CopyState, type RecoveryState, startState } from '@outrigger/recovery';
import { beforeAll, describe, expect, test } from 'vitest';
import { applied, type Cloud, changed, planned } from './testing/cloud.ts';
import { changesIn, type Move, type Phase, phases } from './testing/failover-table.ts';
import {
  build,
  loadExample,
  type ParsedModule,
  parseBuild,
  writtenExample,
} from './testing/hcl.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);

/** Why an apply after a failover may change what it changes. */
const rules: { readonly [rule: string]: RegExp } = {
  'the copy that writes has a standby in a second zone': /aws_db_instance\.\w+ multi_az$/,
  'alarms look at an instance by its name': /aws_cloudwatch_metric_alarm\.\w+ dimensions$/,
  'RDS tells of an instance by its name': /aws_db_event_subscription\.\w+ source_ids$/,
};

/** Where the data is after each phase; an instance of RDS can't be demoted, so it is made anew. */
function stateAfter(platform: Platform, { from, to }: Move, phase: Phase): RecoveryState {
  const isHome = phase === 'failed back';
  const moving = dataComponents(platform).filter(({ kind }) => !isWrittenEverywhere(kind));
  const data = moving.map((component) => {
    const source = (region: string, generation: number) => ({ region, generation });
    const first: CopyState = { generation: 1, madeFrom: null };
    const second: CopyState = { generation: 1, madeFrom: source(from, 1) };
    const isNew = component.kind === 'postgres' && phase !== 'failed over';
    const copies = {
      [from]: isNew ? { generation: 2, madeFrom: source(to, 1) } : first,
      [to]: isNew && isHome ? { generation: 2, madeFrom: source(from, 2) } : second,
    };
    const followers = { 'failed over': [], 'follows again': [from], 'failed back': [to] }[phase];
    const writerIn = isHome ? from : to;
    return [component.name, { writerIn, moves: isHome ? 2 : 1, followers, copies }] as const;
  });
  const start = startState(platform);
  return { ...start, data: { ...start.data, ...Object.fromEntries(data) } };
}

interface Told {
  readonly state: RecoveryState;
  readonly modules: ReadonlyMap<string, ParsedModule>;
  /** As AWS has left it, before the apply. */
  readonly cloud: Cloud;
}

const used = new Set<string>();

describe.each(names)('%s', (name) => {
  let platform: Platform;
  let before: ReadonlyMap<string, ParsedModule>;
  const told = new Map<Phase, Told>();
  const inPhase = (phase: Phase): Told => {
    const found = told.get(phase);
    if (found === undefined) throw new Error(`no ${phase}`);
    return found;
  };

  beforeAll(async () => {
    platform = await loadExample(name);
    const [from = '', to = ''] = Object.keys(platform.regions);
    const move = { from, to };
    before = await parseBuild(build(platform));
    let cloud = applied(new Map(), before);
    for (const phase of phases) {
      const state = stateAfter(platform, move, phase);
      const modules = await parseBuild(build(platform, state));
      const left = changed(cloud, changesIn(platform, move, phase));
      told.set(phase, { state, modules, cloud: left });
      cloud = applied(left, modules);
    }
  });

  test('normal: nothing to do', () => {
    expect(planned(applied(new Map(), before), before)).toEqual([]);
  });

  test.each(phases)('%s: nothing is made, destroyed or detached', (phase) => {
    const { cloud, modules } = inPhase(phase);
    const unruled = planned(cloud, modules).filter((line) => {
      const rule = Object.keys(rules).find((each) => rules[each]?.test(line));
      if (rule !== undefined) used.add(rule);
      return rule === undefined;
    });
    expect(unruled).toEqual([]);
  });

  test.each(phases)('%s: a second apply has nothing to do', (phase) => {
    const { cloud, modules } = inPhase(phase);
    expect(planned(applied(cloud, modules), modules)).toEqual([]);
  });

  test.each(phases)('%s: the data layer has the same bytes but for RDS and its alarms', (phase) => {
    const texts = new Map(build(platform).files.map(({ path, text }) => [path, text]));
    const differs = build(platform, inPhase(phase).state)
      .files.filter(({ path, text }) => path.includes('/data/') && texts.get(path) !== text)
      .map(({ path }) => path.replace(/^.*\//, ''));
    const own = componentsOf(platform, 'postgres').map((database) => `${database.name}.tf`);
    const alarms = componentsOf(platform, 'alarms').map((component) => `${component.name}.tf`);
    expect(differs.filter((file) => !own.includes(file) && !alarms.includes(file))).toEqual([]);
    if (own.length === 0) expect(differs).toEqual([]);
  });

  test('it is the lifecycle that keeps it so, and the state that is told', () => {
    const { cloud, modules } = inPhase('failed over');
    const careless = planned(cloud, modules, { heeds: false });
    const global = [...componentsOf(platform, 'aurora'), ...componentsOf(platform, 'documentdb')];
    for (const component of global) {
      const line = new RegExp(`cluster\\.${component.name.replaceAll('-', '_')} global_cluster`);
      expect(careless.filter((each) => line.test(each))).toHaveLength(2);
    }
    for (const { kind } of Object.values(platform.components)) {
      if (kind !== 'kubernetes-cluster') continue;
      expect(careless.some((line) => line.endsWith(' scaling_config'))).toBe(true);
    }
    const stale = planned(cloud, before).filter((line) => line.startsWith('+ '));
    expect(stale).toHaveLength(componentsOf(platform, 'file-store').length);
  });
});

test('failed over, RDS differs in the second zone alone', async () => {
  const platform = await loadExample('eks-failover');
  const move = { from: 'us-east-1', to: 'us-west-2' };
  const texts = new Map(build(platform).files.map(({ path, text }) => [path, text]));
  const lines = build(platform, stateAfter(platform, move, 'failed over'))
    .files.filter(({ path, text }) => path.includes('/data/') && texts.get(path) !== text)
    .flatMap(({ path, text }) => {
      const old = new Set((texts.get(path) ?? '').split('\n'));
      return text.split('\n').filter((line) => !old.has(line));
    });
  expect(lines.map((line) => line.trim().replace(/:.*$/, ':'))).toEqual([
    '# checkov:',
    expect.stringMatching(/^multi_az +=/),
    expect.stringMatching(/^multi_az +=/),
  ]);
});

test('a group that a recovery has made larger than a standby is not made smaller', async () => {
  const written = structuredClone(await writtenExample('eks-failover'));
  const cluster = written.components?.cluster;
  const groups = {
    apps: { instances: ['m6i.large'], min: 3, max: 12, standby: { min: 1, max: 4 } },
  };
  Object.assign(cluster ?? {}, { nodeGroups: groups });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const move = { from: 'us-east-1', to: 'us-west-2' };
  const modules = await parseBuild(build(resolution.platform));
  const cloud = applied(new Map(), modules);
  const left = changed(cloud, changesIn(resolution.platform, move, 'failed over'));
  expect(planned(left, modules).filter((line) => line.includes('aws_eks_node_group'))).toEqual([]);
});

test('each rule is needed', () => {
  expect([...used].sort()).toEqual(Object.keys(rules).sort());
});
