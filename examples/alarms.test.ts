/** Whom alarms call: not who stands by, and not later than a loss may cost. */
import { componentsOf, type Platform } from '@outrigger/model';
import { type RecoveryState, startState } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { build, loadExample, type ParsedModule, parseBuild } from './testing/hcl.ts';
import { statementsHaveWords } from './testing/policy-rules.ts';
import {
  alarmsAreSummedUp,
  alarmsAreToldOnce,
  databasesTell,
  rulesSayWhatTheyTell,
} from './testing/safety-rules.ts';
import { replace, spoiledBuild } from './testing/spoil.ts';

/** Alarms of load balancers in a region, with whether they call somebody. */
function readinessIn(
  modules: ReadonlyMap<string, ParsedModule>,
  region: string,
): { readonly name: string; readonly calls: unknown }[] {
  return [...(modules.get(`${region}/edge`)?.blocks ?? [])]
    .filter(([address, body]) => {
      const isAlarm = address.startsWith('aws_cloudwatch_metric_alarm.');
      return isAlarm && String(body.namespace).endsWith('ELB');
    })
    .map(([, body]) => ({ name: String(body.alarm_name), calls: body.actions_enabled }));
}

function movedTo(platform: Platform, region: string): RecoveryState {
  const start = startState(platform);
  const data = Object.entries(start.data).map(([name, store]) => [
    name,
    { ...store, writerIn: region, moves: 1 },
  ]);
  return { ...start, data: Object.fromEntries(data) };
}

test.each([
  ['ec2-monitored', 'us-east-2', 'us-west-1'],
  ['eks-failover', 'us-east-1', 'us-west-2'],
  ['enterprise', 'us-east-2', 'us-west-2'],
  ['peccy', 'ap-northeast-2', 'ap-northeast-1'],
])('%s: who stands by calls nobody, and is not summed up', async (name, primary, standby) => {
  const platform = await loadExample(name);
  for (const [serving, waiting] of [
    [primary, standby],
    [standby, primary],
  ] as const) {
    const modules = await parseBuild(build(platform, movedTo(platform, serving)));
    for (const [region, calls] of [
      [serving, true],
      [waiting, false],
    ] as const) {
      const readiness = readinessIn(modules, region);
      expect(readiness.length).toBeGreaterThan(0);
      const summary = modules.get(`${region}/add-ons`)?.blocks;
      const rule = String(summary?.get('aws_cloudwatch_composite_alarm.alarms')?.alarm_rule);
      for (const alarm of readiness) {
        expect(alarm.calls, `${alarm.name} in ${region}`).toBe(calls);
        expect(rule.includes(`"${alarm.name}"`), `${alarm.name} in ${rule}`).toBe(calls);
      }
    }
  }
});

test.each([
  ['operations', false],
  [null, true],
])('where alarms call %s, EventBridge tells them: %s', async (notify, isTold) => {
  const platform = await loadExample('eks-failover');
  const [alarms] = componentsOf(platform, 'alarms');
  if (alarms === undefined) throw new Error('eks-failover has alarms');
  const components = { ...platform.components, [alarms.name]: { ...alarms, notify } };
  const modules = await parseBuild(build({ ...platform, components }));
  for (const region of ['us-east-1', 'us-west-2']) {
    const blocks = modules.get(`${region}/network`)?.blocks;
    expect(blocks?.has('aws_cloudwatch_event_rule.operations_health')).toBe(true);
    expect(blocks?.has('aws_cloudwatch_event_rule.operations_cloudwatch')).toBe(isTold);
  }
});

test.each([
  ['eks-failover', ['us-east-1', 'us-west-2']],
  ['enterprise', ['us-east-2', 'us-west-2']],
])('%s: of AWS itself it tells what concerns %j, or all', async (name, regions) => {
  const modules = await parseBuild(build(await loadExample(name)));
  for (const region of regions) {
    const rules = [...(modules.get(`${region}/network`)?.blocks ?? [])];
    const health = rules.filter(([address]) => /event_rule\.\w+_health$/.test(address));
    expect(health).toHaveLength(1);
    const [named] =
      /eventRegion"? *[=:] *\[[^\]]*\]/.exec(String(health[0]?.[1].event_pattern)) ?? [];
    expect(named?.match(/(?<=")[\w-]+(?=")/g)).toEqual([...regions, 'global']);
  }
});

test('whatever source is told, its rule names what the source sends', async () => {
  const sources = [
    ...(['aws.cloudwatch', 'aws.health', 'aws.rds', 'aws.autoscaling'] as const),
    ...(['aws.eks', 'aws.ecr', 'aws.codepipeline', 'aws.access-analyzer'] as const),
  ];
  const platform = await loadExample('enterprise');
  const [events] = componentsOf(platform, 'events');
  if (events === undefined) throw new Error('enterprise has events');
  const components = { ...platform.components, [events.name]: { ...events, sources } };
  const modules = await parseBuild(build({ ...platform, components }));
  const blocks = [...(modules.get('us-east-2/network')?.blocks.keys() ?? [])];
  const rules = blocks.filter((address) => address.startsWith('aws_cloudwatch_event_rule.'));
  // Its alarms call the topic by themselves.
  expect(rules).toHaveLength(sources.length - 1);
  expect(rulesSayWhatTheyTell(modules)).toEqual([]);
});

test('DocumentDB tells a topic of what its guide lists, EventBridge of all others', async () => {
  const modules = await parseBuild(build(await loadExample('net-diagram')));
  for (const region of ['us-east-1', 'eu-west-1']) {
    const told = [...(modules.get(`${region}/data`)?.blocks ?? [])].filter(([address]) =>
      address.startsWith('aws_db_event_subscription.'),
    );
    expect(told.map(([address]) => address)).toEqual(['aws_db_event_subscription.documents']);
    expect(told[0]?.[1]).toMatchObject({
      source_type: 'db-cluster',
      event_categories: ['failover', 'failure', 'maintenance', 'notification'],
    });
    const rules = modules.get(`${region}/network`)?.blocks;
    expect(rules?.has('aws_cloudwatch_event_rule.operations_rds')).toBe(true);
    const policy = JSON.stringify(rules?.get('data.aws_iam_policy_document.operations'));
    expect(policy).toContain('events.rds.amazonaws.com');
  }
});

test('regions that serve together both call', async () => {
  const modules = await parseBuild(build(await loadExample('net-diagram')));
  for (const region of ['us-east-1', 'eu-west-1']) {
    expect(readinessIn(modules, region).every(({ calls }) => calls === true)).toBe(true);
  }
});

test.each([
  ['eks-failover', 600],
  ['peccy', 600],
  ['net-diagram', 900],
])('%s: files are late after %i s', async (name, seconds) => {
  const platform = await loadExample(name);
  const stores = componentsOf(platform, 'file-store').map((store) => store.name);
  const blocks = (await parseBuild(build(platform))).get('peering')?.blocks ?? new Map();
  const lags = [...blocks.values()].filter(({ namespace }) => namespace === 'AWS/EFS');
  expect(lags).toHaveLength(2 * stores.length);
  for (const lag of lags) expect(lag.threshold).toBe(seconds);
});

test.each([
  [
    'an alarm that is not summed up',
    alarmsAreSummedUp,
    'eks-failover',
    'us-west-2/add-ons/alarms.tf',
    replace(/ OR ALARM\(\\"eks-failover-pictures-store-to-us-east-1\\"\)/, ''),
    /^peering .*pictures_store_us_west_2_to_us_east_1 is not summed up$/,
  ],
  [
    'a rule that tells everything',
    rulesSayWhatTheyTell,
    'eks-failover',
    'us-east-1/network/operations.tf',
    replace(/\bdetail-type\b/g, 'detail-kind'),
    /operations_rds tells everything/,
  ],
  [
    'a rule for what is never sent',
    rulesSayWhatTheyTell,
    'enterprise',
    'us-east-2/network/operations.tf',
    replace('EKS Addon Health Degraded', 'EKS Add-on Health Degraded'),
    /_eks waits for EKS Add-on Health Degraded, which aws\.eks doesn't send/,
  ],
  [
    'a cluster of documents of which only EventBridge would tell',
    databasesTell,
    'net-diagram',
    'eu-west-1/data/alarms.tf',
    replace('"aws_db_event_subscription" "documents"', '"aws_db_event_subscription" "papers"'),
    /^eu-west-1\/data aws_docdb_cluster\.documents fails, and nobody is told$/,
  ],
  [
    'an instance of RDS that tells what EventBridge tells too',
    alarmsAreToldOnce,
    'net-diagram',
    'us-east-1/data/alarms.tf',
    replace(/(?<=source_ids *= \[)aws_docdb_cluster\.\w+\.\w+/, 'aws_db_instance.x.identifier'),
    /^us-east-1\/network .*operations_rds tells events of databases a second time$/,
  ],
  [
    'a statement in one word',
    statementsHaveWords,
    'net-diagram',
    'us-east-1/add-ons/services.tf',
    replace('"PasswordOrdersDb"', '"Passwordordersdb"'),
    /Passwordordersdb is called in one word/,
  ],
] as const)('a rule sees %s', async (_, rule, name, place, spoil, told) => {
  const built = build(await loadExample(name));
  expect(rule(await spoiledBuild(built, place, spoil)).join('\n')).toMatch(told);
});
