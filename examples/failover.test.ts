/**
 * What AWS changes in a failover and in the way home is laid over what Terraform has made, and the
 * text of each recovery state is compared with it, as `terraform plan` would: nothing may be made,
 * destroyed or detached that no rule asks for.
 */
import { type RecoveryState, startState } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { at, build, listOf, loadExample, mapOf, type Parsed, parseBuild } from './testing/hcl.ts';

/** By folder and address: what is in the cloud, as far as Terraform knows. */
type Cloud = Map<string, { readonly [key: string]: Parsed }>;

interface CloudChange {
  readonly folder: string;
  readonly address: string;
  /** null: the whole resource is gone; else the argument that has another value now. */
  readonly argument: string | null;
  readonly value: Parsed;
  readonly source: string;
}

const rdsGuide = 'RDS user guide, promoting a read replica: it ends the replication, one way';
const auroraGuide =
  'Aurora user guide, failing over a global database; terraform-provider-aws issue 24245';
const efsGuide = 'EFS user guide, failing over: the replication is deleted';
const eksGuide = 'EKS API reference, UpdateNodegroupConfig: a recovery scales';
const acceleratorGuide = 'Global Accelerator API reference, UpdateEndpointGroup';

function failedOver(lost: string, to: string, kind: 'postgres' | 'aurora'): CloudChange[] {
  const nodes = kind === 'postgres' ? 'apps' : 'web';
  const database: CloudChange[] =
    kind === 'postgres'
      ? [change(`${to}/data`, 'aws_db_instance.orders_db', 'replicate_source_db', '', rdsGuide)]
      : [
          change(
            `${to}/data`,
            'aws_rds_cluster.records',
            'global_cluster_identifier',
            null,
            auroraGuide,
          ),
          change(
            `${lost}/data`,
            'aws_rds_cluster.records',
            'global_cluster_identifier',
            null,
            auroraGuide,
          ),
          change('global', 'aws_rds_global_cluster.records', 'database_name', null, auroraGuide),
        ];
  const way = `${lost}_to_${to}`.replaceAll('-', '_');
  const store = `aws_efs_replication_configuration.pictures_store_${way}`;
  return [
    ...database,
    change('peering', store, null, null, efsGuide),
    change(`${to}/data`, 'aws_efs_file_system.pictures_store', 'protection', [], efsGuide),
    change(
      `${to}/cluster`,
      `aws_eks_node_group.cluster_${nodes}`,
      'scaling_config',
      [{ min_size: 3, max_size: kind === 'postgres' ? 12 : 6, desired_size: 3 }],
      eksGuide,
    ),
    ...(kind === 'postgres'
      ? [
          change(
            `${to}/edge`,
            'aws_globalaccelerator_endpoint_group.edge',
            'traffic_dial_percentage',
            100,
            acceleratorGuide,
          ),
        ]
      : []),
  ];
}

function change(
  folder: string,
  address: string,
  argument: string | null,
  value: Parsed,
  source: string,
): CloudChange {
  return { folder, address, argument, value, source };
}

async function cloudOf(name: string): Promise<Cloud> {
  const modules = await parseBuild(build(await loadExample(name)));
  return new Map(
    [...modules.values()].flatMap(({ folder, blocks }) =>
      [...blocks]
        .filter(([address]) => address.startsWith('aws_'))
        .map(([address, body]) => [`${folder} ${address}`, body] as const),
    ),
  );
}

function changed(cloud: Cloud, changes: readonly CloudChange[]): Cloud {
  const next = new Map(cloud);
  for (const { folder, address, argument, value } of changes) {
    const key = `${folder} ${address}`;
    const body = next.get(key);
    if (body === undefined) throw new Error(`the table names ${key}, which is not built`);
    if (argument === null) next.delete(key);
    else next.set(key, { ...body, [argument]: value });
  }
  return next;
}

/** As `terraform plan` would say it: `+` made, `-` destroyed, `~` changed in place. */
async function plan(name: string, state: RecoveryState, cloud: Cloud): Promise<string[]> {
  const modules = await parseBuild(build(await loadExample(name), state));
  const wanted = new Set<string>();
  const found: string[] = [];
  for (const { folder, blocks, removed, imported } of modules.values()) {
    for (const address of removed) wanted.add(`${folder} ${address}`);
    for (const [address, body] of blocks) {
      if (!address.startsWith('aws_')) continue;
      const key = `${folder} ${address}`;
      wanted.add(key);
      const there = cloud.get(key);
      if (there === undefined) {
        if (!imported.includes(address)) found.push(`+ ${key}`);
        continue;
      }
      found.push(...updates(key, body, there));
    }
  }
  for (const key of cloud.keys()) if (!wanted.has(key)) found.push(`- ${key}`);
  return found.sort();
}

function updates(
  key: string,
  body: { readonly [key: string]: Parsed },
  there: { readonly [key: string]: Parsed },
): string[] {
  const ignored = listOf(at(body, 'lifecycle.ignore_changes')).map((path) =>
    String(path).replace(/^\$\{|\}$/g, ''),
  );
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === 'lifecycle' || ignored.includes(name)) return [];
    const parts = ignored.filter((path) => path.startsWith(`${name}[0].`));
    const without = (from: Parsed | undefined): Parsed => {
      const inner = mapOf(listOf(from)[0]);
      const kept = Object.entries(inner).filter(([part]) => !parts.includes(`${name}[0].${part}`));
      return Object.fromEntries(kept);
    };
    const isSame =
      parts.length > 0
        ? JSON.stringify(without(value)) === JSON.stringify(without(there[name]))
        : JSON.stringify(value) === JSON.stringify(there[name]);
    return isSame ? [] : [`~ ${key} ${name}`];
  });
}

const postgresStates = {
  failedOver: {
    schemaVersion: 1,
    data: {
      'orders-db': {
        writerIn: 'us-west-2',
        followers: [],
        copies: {
          'us-east-1': { generation: 1, madeFrom: null },
          'us-west-2': { generation: 1, madeFrom: { region: 'us-east-1', generation: 1 } },
        },
      },
      'pictures-store': {
        writerIn: 'us-west-2',
        followers: [],
        copies: {
          'us-east-1': { generation: 1, madeFrom: null },
          'us-west-2': { generation: 1, madeFrom: { region: 'us-east-1', generation: 1 } },
        },
      },
    },
  },
  rejoined: {
    schemaVersion: 1,
    data: {
      'orders-db': {
        writerIn: 'us-west-2',
        followers: ['us-east-1'],
        copies: {
          'us-east-1': { generation: 2, madeFrom: { region: 'us-west-2', generation: 1 } },
          'us-west-2': { generation: 1, madeFrom: { region: 'us-east-1', generation: 1 } },
        },
      },
      'pictures-store': {
        writerIn: 'us-west-2',
        followers: ['us-east-1'],
        copies: {
          'us-east-1': { generation: 1, madeFrom: null },
          'us-west-2': { generation: 1, madeFrom: { region: 'us-east-1', generation: 1 } },
        },
      },
    },
  },
  failedBack: {
    schemaVersion: 1,
    data: {
      'orders-db': {
        writerIn: 'us-east-1',
        followers: ['us-west-2'],
        copies: {
          'us-east-1': { generation: 2, madeFrom: { region: 'us-west-2', generation: 1 } },
          'us-west-2': { generation: 2, madeFrom: { region: 'us-east-1', generation: 2 } },
        },
      },
      'pictures-store': {
        writerIn: 'us-east-1',
        followers: ['us-west-2'],
        copies: {
          'us-east-1': { generation: 1, madeFrom: null },
          'us-west-2': { generation: 1, madeFrom: { region: 'us-east-1', generation: 1 } },
        },
      },
    },
  },
} as const satisfies { readonly [phase: string]: RecoveryState };

describe('eks-failover: RDS, whose promoted replica can be demoted no more', () => {
  const name = 'eks-failover';
  const table = failedOver('us-east-1', 'us-west-2', 'postgres');

  test('the text of before the failure would start the replication again', async () => {
    const cloud = changed(await cloudOf(name), table);
    const start = await plan(name, startState(await loadExample(name)), cloud);
    expect(start).toEqual([
      '+ peering aws_efs_replication_configuration.pictures_store_us_east_1_to_us_west_2',
    ]);
  });

  test('failed over: only the second zone follows the writer', async () => {
    const cloud = changed(await cloudOf(name), table);
    expect(await plan(name, postgresStates.failedOver, cloud)).toEqual([
      '~ us-east-1/data aws_db_instance.orders_db multi_az',
      '~ us-west-2/data aws_db_instance.orders_db multi_az',
    ]);
  });

  test('the old writer made anew: it is taken over, and the one before is forgotten', async () => {
    const cloud = changed(await cloudOf(name), table);
    expect(await plan(name, postgresStates.rejoined, cloud)).toEqual(
      [
        '~ us-east-1/data aws_cloudwatch_metric_alarm.orders_db_cpu dimensions',
        '~ us-east-1/data aws_cloudwatch_metric_alarm.orders_db_replication_lag dimensions',
        '~ us-east-1/data aws_cloudwatch_metric_alarm.orders_db_replication_stopped dimensions',
        '~ us-east-1/data aws_db_event_subscription.orders_db source_ids',
        '~ us-west-2/data aws_db_instance.orders_db multi_az',
      ].filter((line) => cloud.has(line.split(' ').slice(1, 3).join(' '))),
    );
  });

  test('failed back: nothing is made, destroyed or detached', async () => {
    const cloud = await cloudOf(name);
    const found = await plan(name, postgresStates.failedBack, cloud);
    expect(found.filter((line) => !line.startsWith('~'))).toEqual([]);
  });

  test('the data layer differs only where a rule says so', async () => {
    const platform = await loadExample(name);
    const before = new Map(build(platform).files.map(({ path, text }) => [path, text]));
    const after = build(platform, postgresStates.failedOver).files;
    const differs = after.filter(({ path, text }) => before.get(path) !== text);
    const data = differs.map(({ path }) => path).filter((path) => path.includes('/data/'));
    expect(data).toEqual(['us-east-1/data/orders-db.tf', 'us-west-2/data/orders-db.tf']);
    const lines = differs
      .filter(({ path }) => path.includes('/data/'))
      .flatMap(({ path, text }) => {
        const old = new Set((before.get(path) ?? '').split('\n'));
        return text.split('\n').filter((line) => !old.has(line));
      });
    expect(lines.map((line) => line.trim().split(/[ :]/)[0])).toEqual([
      '#',
      'multi_az',
      'multi_az',
    ]);
  });
});

describe('peccy: an Aurora global database, whose members keep their names', () => {
  const name = 'peccy';
  const table = failedOver('ap-northeast-2', 'ap-northeast-1', 'aurora');
  const after: RecoveryState = {
    schemaVersion: 1,
    data: {
      records: {
        writerIn: 'ap-northeast-1',
        followers: [],
        copies: {
          'ap-northeast-2': { generation: 1, madeFrom: null },
          'ap-northeast-1': {
            generation: 1,
            madeFrom: { region: 'ap-northeast-2', generation: 1 },
          },
        },
      },
      'pictures-store': {
        writerIn: 'ap-northeast-1',
        followers: [],
        copies: {
          'ap-northeast-2': { generation: 1, madeFrom: null },
          'ap-northeast-1': {
            generation: 1,
            madeFrom: { region: 'ap-northeast-2', generation: 1 },
          },
        },
      },
    },
  };

  test('failed over: nothing is made, changed, destroyed or detached', async () => {
    expect(await plan(name, after, changed(await cloudOf(name), table))).toEqual([]);
  });

  test('the data layer has the same bytes', async () => {
    const platform = await loadExample(name);
    const data = (files: ReturnType<typeof build>['files']) =>
      files.filter(({ path }) => path.includes('/data/'));
    expect(data(build(platform, after).files)).toEqual(data(build(platform).files));
  });
});
