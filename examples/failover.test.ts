/**
 * After a failover nothing breaks: what AWS changes in a failover and on the way home is laid over
 * what Terraform has made, and the text of each recovery state is compared with it, as
 * `terraform plan` would. Nothing may be made, destroyed or detached, and little may change.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, type Platform, resolve } from '@outrigger/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { applied, changed, heeded, nothing, planned } from './testing/cloud.ts';
import { lived, stateAfter, type Time } from './testing/failover-state.ts';
import { changesIn, type Move, type Phase, phases } from './testing/failover-table.ts';
import { build, loadExample, parseBuild, writtenExample } from './testing/hcl.ts';

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'build')),
);

/** Why an apply after a failover may change what it changes. */
const rules: { readonly [rule: string]: RegExp } = {
  'the copy that writes has a standby in a second zone': /aws_db_instance\.\w+ multi_az$/,
  'what a failover changes waits for no maintenance window':
    /aws_db_instance\.\w+ apply_immediately$/,
  'the copy that writes leaves a snapshot when it is deleted':
    /aws_db_instance\.\w+ (?:skip_final_snapshot|final_snapshot_identifier)(?: taken away)?$/,
  'alarms look at an instance by its name': /aws_cloudwatch_metric_alarm\.\w+ dimensions$/,
  'logs of the next copy that a recovery makes have a group':
    /^\+ [\w-]+\/data aws_cloudwatch_log_group\.\w+_\d+_(?:postgresql|upgrade)$/,
  'peers are told where an instance is': /aws_ssm_parameter\.\w+_endpoint value$/,
  'the copy that writes is given the password, which it has already':
    /(?:aws_db_instance|aws_(?:rds|docdb)_cluster)\.\w+ (?:master_)?password_wo_version$/,
  'who stands by is not ready, and calls nobody':
    /aws_cloudwatch_metric_alarm\.\w+ actions_enabled$/,
  'nor is it summed up': /aws_cloudwatch_composite_alarm\.\w+ alarm_rule$/,
};

const used = new Set<string>();
/** What an apply after a failover changes: `data aws_db_instance multi_az`. */
const changes = new Set<string>();
/** Of these, what comes at once, in the region that takes over. */
const turned = new Set<string>();

/** Whether what a lifecycle leaves alone is changed by AWS: `aws_rds_cluster database_name`. */
const alone = new Map<string, boolean>();

/** `~ us-east-1/data aws_db_instance.orders_db multi_az`, without its region and its label. */
function changeIn(line: string): string {
  // What is made is made with its name.
  const [, folder = '', address = '', argument = 'name'] = line.split(' ');
  return `${folder.replace(/^.*\//, '')} ${address.replace(/\..*$/, '')} ${argument}`;
}

/** Where S2 asks for as many machines as serve, this keeps one, and room for more. */
async function withFewMachines(): Promise<Platform> {
  const written = structuredClone(await writtenExample('ec2-monitored'));
  Object.assign(written.components?.app ?? {}, { standby: { min: 1, max: 4 } });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const platforms: { readonly [name: string]: () => Promise<Platform> } = {
  ...Object.fromEntries(names.map((name) => [name, () => loadExample(name)])),
  'ec2-monitored, with few machines': withFewMachines,
};

describe.each(Object.entries(platforms))('%s', (_, load) => {
  let platform: Platform;
  let told: ReadonlyMap<'normal' | Phase, Time> = new Map();
  const at = (phase: 'normal' | Phase): Time => {
    const found = told.get(phase);
    if (found === undefined) throw new Error(`no ${phase}`);
    return found;
  };

  beforeAll(async () => {
    platform = await load();
    told = await lived(platform);
  });

  test('normal: nothing to do', () => {
    const { cloud, modules } = at('normal');
    expect(planned(cloud, modules)).toEqual([]);
  });

  test.each(phases)('%s: nothing is made, destroyed or detached', (phase) => {
    const { left, modules } = at(phase);
    const lines = planned(left, modules);
    const serving = `~ ${Object.keys(platform.regions)[1]}/`;
    for (const line of lines) {
      changes.add(changeIn(line));
      if (phase === 'failed over' && line.startsWith(serving)) turned.add(changeIn(line));
    }
    const unruled = lines.filter((line) => {
      const rule = Object.keys(rules).find((each) => rules[each]?.test(line));
      if (rule !== undefined) used.add(rule);
      return rule === undefined;
    });
    expect(unruled).toEqual([]);
  });

  test.each(phases)('%s: a second apply has nothing to do', (phase) => {
    const { cloud, modules } = at(phase);
    expect(planned(cloud, modules)).toEqual([]);
  });

  test.each(phases)('%s: the data layer has the same bytes but for what a rule names', (phase) => {
    const texts = new Map(build(platform).files.map(({ path, text }) => [path, text]));
    const differs = build(platform, at(phase).state)
      .files.filter(({ path, text }) => path.includes('/data/') && texts.get(path) !== text)
      .map(({ path }) => path.replace(/^.*\//, ''));
    const instances = componentsOf(platform, 'postgres');
    const clusters = [...componentsOf(platform, 'aurora'), ...componentsOf(platform, 'documentdb')];
    const moved = [...instances, ...clusters].filter(({ replicaIn }) => replicaIn.length > 0);
    const own = moved.flatMap(({ name }) => [`${name}.tf`, `${name}-credentials.tf`]);
    const alarms = instances.length === 0 ? [] : componentsOf(platform, 'alarms');
    const peers = Object.values(platform.regions).filter(({ role }) => role === 'peer');
    const ruled = [
      ...own,
      ...alarms.map((component) => `${component.name}.tf`),
      ...(instances.length > 0 && peers.length > 0 ? ['outputs.tf'] : []),
    ];
    expect(differs.filter((file) => !ruled.includes(file))).toEqual([]);
  });

  test.each(phases)('%s: what a lifecycle leaves alone', (phase) => {
    const { left, modules } = at(phase);
    for (const { path, isNeeded } of heeded(left, modules)) {
      const kind = path.replace(/^\S+ (\w+)\.\S+/, '$1');
      alone.set(kind, isNeeded || alone.get(kind) === true);
    }
  });

  test('it is the lifecycle that keeps it so, and the state that is told', () => {
    const { left, modules } = at('failed over');
    const careless = planned(left, modules, { heeds: false });
    const global = [...componentsOf(platform, 'aurora'), ...componentsOf(platform, 'documentdb')];
    for (const component of global) {
      const line = new RegExp(`cluster\\.${component.name.replaceAll('-', '_')} global_cluster`);
      expect(careless.filter((each) => line.test(each))).toHaveLength(2);
    }
    for (const { kind } of Object.values(platform.components)) {
      if (kind !== 'kubernetes-cluster') continue;
      expect(careless.some((line) => line.endsWith(' scaling_config'))).toBe(true);
    }
    const stale = planned(left, at('normal').modules).filter((line) => line.startsWith('+ '));
    expect(stale).toHaveLength(componentsOf(platform, 'file-store').length);
  });
});

/** Arguments and blocks of the data layer that a failover adds or changes, by file. */
async function changedIn(example: string, move: Move): Promise<Record<string, string[]>> {
  const platform = await loadExample(example);
  const texts = new Map(build(platform).files.map(({ path, text }) => [path, text]));
  const linesOf = (text: string) =>
    text.split('\n').map((line) => line.trim().replace(/ +=/, ' ='));
  const found = build(platform, stateAfter(platform, move, 'failed over')).files.flatMap(
    ({ path, text }): [string, string[]][] => {
      if (!path.includes('/data/') || texts.get(path) === text) return [];
      const old = new Set(linesOf(texts.get(path) ?? ''));
      const lines = linesOf(text).filter((line) => !old.has(line) && /^\w.*( = |\{$)/.test(line));
      return [[path, lines.map((line) => line.replace(/ = .*$/, ''))]];
    },
  );
  return Object.fromEntries(found);
}

test('failed over, RDS differs in the second zone and in who is given the password', async () => {
  const move = { from: 'us-east-1', to: 'us-west-2' };
  expect(await changedIn('eks-failover', move)).toEqual({
    'us-east-1/data/orders-db.tf': ['multi_az', 'apply_immediately', 'ignore_changes'],
    'us-east-1/data/orders-db-credentials.tf': [],
    'us-west-2/data/orders-db.tf': [
      'password_wo',
      'password_wo_version',
      'multi_az',
      'apply_immediately',
      'skip_final_snapshot',
      'final_snapshot_identifier',
      'ignore_changes',
    ],
    'us-west-2/data/orders-db-credentials.tf': [
      'ephemeral "aws_secretsmanager_secret_version" "orders_db" {',
      'secret_id',
      'lifecycle {',
      'postcondition {',
      'condition',
      'error_message',
    ],
  });
});

test('failed over, a global database differs in who is given the password', async () => {
  const move = { from: 'us-east-1', to: 'eu-west-1' };
  const found = Object.entries(await changedIn('net-diagram', move));
  const own = found.filter(([path]) => path.includes('/documents'));
  expect(Object.fromEntries(own)).toEqual({
    'us-east-1/data/documents.tf': ['ignore_changes'],
    'us-east-1/data/documents-credentials.tf': [],
    'eu-west-1/data/documents.tf': [
      'master_password_wo',
      'master_password_wo_version',
      'ignore_changes',
    ],
    'eu-west-1/data/documents-credentials.tf': [
      'ephemeral "aws_secretsmanager_secret_version" "documents" {',
      'secret_id',
      'lifecycle {',
      'postcondition {',
      'condition',
      'error_message',
    ],
  });
});

/** What the data layers say of `apply_immediately`, once each. */
function hurried({ modules }: Time): unknown[] {
  const bodies = [...modules.values()].flatMap(({ blocks }) =>
    [...blocks].flatMap(([address, body]) => (/^aws_db_instance\./.test(address) ? [body] : [])),
  );
  expect(bodies).toHaveLength(2);
  return [...new Set(bodies.map((body) => body.apply_immediately))];
}

test('once RDS has moved, its second zone waits for no maintenance window', async () => {
  const told = await lived(await loadExample('eks-failover'));
  const said = [...told].map(([phase, time]) => [phase, hurried(time)]);
  expect(said).toEqual([['normal', [undefined]], ...phases.map((phase) => [phase, [true]])]);
  const { left, modules } = told.get('failed over') ?? {};
  const data = modules?.get('us-west-2/data');
  if (left === undefined || modules === undefined || data === undefined) throw new Error('none');
  const address = 'aws_db_instance.orders_db';
  const { apply_immediately: _, ...patient } = data.blocks.get(address) ?? {};
  const blocks = new Map([...data.blocks, [address, patient]]);
  const slow = new Map([...modules, [data.folder, { ...data, blocks }]]);
  expect(planned(applied(left, slow), slow)).toEqual([`~ ${data.folder} ${address} multi_az`]);
});

/** Databases of the data layers in a phase that leave a snapshot when they are deleted. */
function snapshots({ modules }: Time): readonly string[] {
  return [...modules.values()].flatMap(({ folder, blocks }) =>
    [...blocks].flatMap(([address, body]) => {
      if (!address.startsWith('aws_db_instance.')) return [];
      const name = body.final_snapshot_identifier;
      expect(body.skip_final_snapshot, address).toBe(name === undefined);
      return name === undefined ? [] : [`${folder} ${address} ${String(name)}`];
    }),
  );
}

test('of RDS who writes leaves a snapshot, and who may hold lost writes', async () => {
  const told = await lived(await loadExample('eks-failover'));
  const left = Object.fromEntries([...told].map(([phase, time]) => [phase, snapshots(time)]));
  const east = 'us-east-1/data aws_db_instance.orders_db';
  const west = 'us-west-2/data aws_db_instance.orders_db';
  const name = 'eks-failover-orders-db-us';
  expect(left).toEqual({
    normal: [`${east} ${name}-east-1-final`],
    'failed over': [`${east} ${name}-east-1-final`, `${west} ${name}-west-2-final`],
    'follows again': [`${west} ${name}-west-2-final`],
    'failed back': [`${east}_2 ${name}-east-1-2-final`],
  });
});

test('on the way home a replication that has ended is forgotten, and none is ended', async () => {
  const { left, modules } =
    (await lived(await loadExample('eks-failover'))).get('failed back') ?? {};
  const peering = modules?.get('peering');
  if (left === undefined || modules === undefined || peering === undefined) throw new Error('none');
  const reverse = 'aws_efs_replication_configuration.pictures_store_us_west_2_to_us_east_1';
  expect(left.managed.has(`peering ${reverse}`)).toBe(true);
  expect(peering.removed).toEqual([reverse]);
  const silent = new Map([...modules, ['peering', { ...peering, removed: [] }]]);
  expect(planned(left, silent)).toContain(`- peering ${reverse}`);
});

test('an import that looks in another region is seen, and one of what nobody made', async () => {
  const { left, modules } =
    (await lived(await loadExample('eks-failover'))).get('failed back') ?? {};
  const peering = modules?.get('peering');
  if (left === undefined || modules === undefined || peering === undefined) throw new Error('none');
  const [way = '', id = ''] = [...peering.imported].find(([to]) => to.includes('efs')) ?? [];
  const key = `peering ${way}`;
  const elsewhere = { ...peering, imported: new Map([[way, id.replace(/@.*/, '')]]) };
  expect(planned(left, new Map([...modules, ['peering', elsewhere]]))).toEqual(
    expect.arrayContaining([`! ${key} is looked for in us-west-2, and stands in us-east-1`]),
  );
  const unmade = { ...left, made: new Map() };
  expect(planned(unmade, modules)).toEqual(
    expect.arrayContaining([`! ${key} is taken over, and nobody made it`]),
  );
});

test('a module forgets and takes over as many as there are', async () => {
  const written = structuredClone(await writtenExample('eks-failover'));
  const one = written.components?.['pictures-store'];
  Object.assign(written.components ?? {}, { 'videos-store': structuredClone(one) });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { platform } = resolution;
  const state = stateAfter(platform, { from: 'us-east-1', to: 'us-west-2' }, 'failed back');
  const database = state.data['orders-db'];
  if (database === undefined) throw new Error('no orders-db');
  const copy = { generation: 3, madeFrom: { region: 'us-east-1', generation: 2 } };
  const again = { ...database, copies: { ...database.copies, 'us-west-2': copy } };
  const later = { ...state, data: { ...state.data, 'orders-db': again } };
  const modules = await parseBuild(build(platform, later));
  expect(modules.get('us-west-2/data')?.removed).toEqual([
    'aws_db_instance.orders_db',
    'aws_db_instance.orders_db_2',
  ]);
  const ways = (way: string) =>
    ['pictures', 'videos'].map((name) => `aws_efs_replication_configuration.${name}_store_${way}`);
  const peering = modules.get('peering');
  expect(peering?.removed).toEqual(ways('us_west_2_to_us_east_1'));
  expect([...(peering?.imported.keys() ?? [])]).toEqual(ways('us_east_1_to_us_west_2'));
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
  const cloud = applied(nothing, modules);
  const left = changed(cloud, changesIn(resolution.platform, move, 'failed over'));
  expect(planned(left, modules).filter((line) => line.includes('aws_eks_node_group'))).toEqual([]);
});

test('each rule is needed', () => {
  expect([...used].sort()).toEqual(Object.keys(rules).sort());
});

test('each path that a lifecycle leaves alone is one that AWS changes', () => {
  const idle = [...alone].flatMap(([path, isNeeded]) => (isNeeded ? [] : [path]));
  expect(idle).toEqual([]);
});

/** The table of a page under a heading: a row's cells, and what stands in backticks in them. */
const deploy = readFileSync(join(import.meta.dirname, '../docs/deploy.md'), 'utf8');
const section = /^## After a failover\n([\s\S]*?)^## /m.exec(deploy)?.[1] ?? '';
const marked = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);

test('docs/deploy.md says what an apply after a failover changes, and no more', () => {
  const rows = section.split('\n').flatMap((line) => {
    const [, layers, types, attributes] = line.split('|');
    return marked(layers).flatMap((layer) =>
      marked(types).flatMap((type) =>
        marked(attributes).map((attribute) => `${layer} ${type} ${attribute}`),
      ),
    );
  });
  expect([...changes].sort()).toEqual(rows.sort());
});

test('docs/deploy.md names the modules to apply where a failover has led', () => {
  const [, named] = /^Apply (.*) of the region that writes/m.exec(section) ?? [];
  const layers = [...turned].map((change) => change.split(' ')[0] ?? '');
  expect(marked(named).sort()).toEqual([...new Set(layers)].sort());
});
