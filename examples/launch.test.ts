/** What AWS would open, refuse or forget by itself: each rule sees a build that is wrong so. */
import { componentsOf } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import { build, loadExample, parseBuild } from './testing/hcl.ts';
import { rules } from './testing/rules.ts';
import { add, replace, type Spoil, spoiledBuild } from './testing/spoil.ts';

const cluster = 'us-east-1/cluster/variables.tf';
const nat = 'us-east-1/network/nat.tf';
const endpoint = 'no endpoint of a cluster is open to the world';
const told = 'only who tells a topic may publish to it and use its key';

const spoiled: readonly [string, keyof typeof rules, string, Spoil, RegExp][] = [
  [
    'an endpoint that may have no range',
    endpoint,
    cluster,
    replace(/length\(var\.\w+_cidrs\) > 0 && /, ''),
    /may be open to the world/,
  ],
  [
    'an endpoint that takes halves of the world',
    endpoint,
    cluster,
    replace('([89]|[12][0-9]|3[0-2])', '([1-9]|[12][0-9]|3[0-2])'),
    /may be open to the world/,
  ],
  [
    'an endpoint that takes zeros before a number',
    endpoint,
    cluster,
    replace('/([89]|', '/0?([89]|'),
    /may be open to the world/,
  ],
  [
    'a NAT gateway that is made before the way out',
    'what needs a way out waits for it',
    nat,
    replace(/ *depends_on *= \[aws_internet_gateway\.main\]\n/, ''),
    /us-east-1\/network aws_nat_gateway\.a doesn't wait/,
  ],
  [
    'a log without a group',
    'logs of a database have groups before it writes one',
    'us-west-2/data/orders-db.tf',
    replace('-orders-db-us-west-2/postgresql', '-orders-db-us-west-2/postgres'),
    /orders_db makes \/aws\/rds\/instance\/eks-failover-orders-db-us-west-2\/postgresql itself/,
  ],
  [
    'a node with a disk under a key of AWS',
    'what is always said is said',
    'us-east-1/cluster/node-groups.tf',
    replace(/ *kms_key_id .*\n/, ''),
    /aws_launch_template\.\w+ says no block_device_mappings\.ebs\.kms_key_id/,
  ],
  [
    'a lag that is looked for under the cluster alone',
    'a lag of a global database is found whatever it follows',
    'us-east-1/data/alarms.tf',
    replace('"ReplicaLag"', '"AuroraGlobalDBReplicationLag"'),
    /looks where nothing is told/,
  ],
  [
    'a count that is unknown while there is none',
    'a count that is not told is none',
    'us-east-1/edge/alarms.tf',
    replace('"notBreaching"', '"missing"'),
    /errors takes none for unknown/,
  ],
  [
    'a key for a service that tells nothing',
    told,
    'us-east-1/data/orders-db.tf',
    replace(
      '  statement {',
      '  statement {\n    principals {\n      type        = "Service"\n      ' +
        'identifiers = ["cloudwatch.amazonaws.com"]\n    }\n  }\n  statement {',
    ),
    /aws_kms_key\.orders_db lets in cloudwatch/,
  ],
  [
    'a topic that an alarm may not publish to',
    told,
    'us-east-1/network/operations.tf',
    replace(/"cloudwatch\.amazonaws\.com"/g, '"cloudtrail.amazonaws.com"'),
    /aws_sns_topic\.operations keeps out cloudwatch/,
  ],
  [
    'a topic that RDS tells, and may not',
    told,
    'us-east-1/data/alarms.tf',
    add(
      'resource "aws_db_event_subscription" "orders_db" {\n' +
        '  sns_topic = local.operations_topic_arn\n}',
    ),
    /aws_sns_topic\.operations keeps out events\.rds/,
  ],
];

describe('a rule sees', () => {
  test.each(spoiled)('%s', async (_, title, place, spoil, seen) => {
    const built = build(await loadExample('eks-failover'));
    expect(rules[title](await parseBuild(built))).toEqual([]);
    expect(rules[title](await spoiledBuild(built, place, spoil)).join('\n')).toMatch(seen);
  });
});

test('where no EventBridge tells of databases, RDS may, and only then', async () => {
  const platform = await loadExample('eks-failover');
  const [events] = componentsOf(platform, 'events');
  if (events === undefined) throw new Error('eks-failover has events');
  const sources = events.sources.filter((source) => source !== 'aws.rds');
  const components = { ...platform.components, [events.name]: { ...events, sources } };
  const modules = await parseBuild(build({ ...platform, components }));
  expect(rules[told](modules)).toEqual([]);
  const subscriptions = [...(modules.get('us-east-1/data')?.blocks.keys() ?? [])].filter(
    (address) => address.startsWith('aws_db_event_subscription.'),
  );
  expect(subscriptions).toEqual(['aws_db_event_subscription.orders_db']);
});

test('a database without an alarms component lets in who tells its own topic', async () => {
  const platform = await loadExample('eks-failover');
  const rest = Object.entries(platform.components).filter(([, { kind }]) => kind !== 'alarms');
  const modules = await parseBuild(build({ ...platform, components: Object.fromEntries(rest) }));
  expect(modules.get('us-east-1/data')?.blocks.has('aws_sns_topic.orders_db_alarms')).toBe(true);
  expect(rules[told](modules)).toEqual([]);
});
