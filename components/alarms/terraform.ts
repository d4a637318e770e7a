import {
  type Alarms,
  dataComponents,
  isWrittenEverywhere,
  objectiveFor,
  type Platform,
} from '@outrigger/model';
import {
  type Block,
  type LayerFragment,
  labelOf,
  published,
  publishedIn,
  type RegionInput,
  resource,
  type TerraformFacet,
  type TerraformInput,
  type WideFragment,
} from '@outrigger/terraform';
import { eventsOf, eventsSubscription } from '../database-events.ts';
import { globalLag } from '../database-terraform.ts';
import { nameOf } from '../terraform.ts';
import { type Metric, metricsOf } from './terraform/metrics.ts';

/**
 * Alarms stand in the layer of what they watch; the one that sums them up stands above them all. In
 * every region they are the same: whoever writes has no lag to tell, whoever follows has. Those of
 * readiness call nobody in a region that stands by.
 */
export const terraform: TerraformFacet<'alarms'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const watched = component.watches.flatMap((name) => {
      const target = platform.components[name];
      return target?.regions.includes(region.name) ? [target] : [];
    });
    const metrics = watched.flatMap((target) => metricsOf(target, component, region.name));
    const layers = ['data', 'edge'] as const;
    const fragments = layers.flatMap((layer): LayerFragment[] => {
      const own = metrics.filter((metric) => metric.layer === layer);
      const events =
        layer === 'data' && component.faults
          ? watched.flatMap((target) => eventsOf(target, platform, region.name))
          : [];
      const topic = topicOf(component);
      const blocks = [
        ...own.map((metric) => alarmOf(input, metric)),
        ...(topic === null ? [] : events.map((event) => eventsSubscription(event, topic))),
      ];
      return blocks.length === 0 ? [] : [{ layer, file: component.name, blocks }];
    });
    const isSummed = component.composite && metrics.length + lagsIn(input).length > 0;
    const summed = isSummed ? [summary(input, metrics)] : [];
    return [...fragments, ...summed];
  },
  peering: (input) => replications(input),
};

function topicOf({ notify }: Alarms) {
  return notify === null ? null : published(notify, 'topic-arn');
}

function actionsOf(component: Alarms) {
  const topic = topicOf(component);
  return topic === null ? {} : { alarm_actions: [topic], ok_actions: [topic] };
}

function alarmName({ platform }: TerraformInput<'alarms'>, { of, what }: Metric): string {
  return `${nameOf(platform, { name: of })}-${what}`;
}

/** Whether clients are led here: where the writers are, by the recovery state. Peers always are. */
function serves({ platform, region, state }: RegionInput<'alarms'>): boolean {
  if (region.role === 'peer') return true;
  const moving = dataComponents(platform).filter(({ kind }) => !isWrittenEverywhere(kind));
  if (moving.length === 0) return region.role !== 'standby';
  return moving.some(({ name }) => state.data[name]?.writerIn === region.name);
}

function notesOn(metric: Metric, isServing: boolean) {
  if (metric.isReplication) {
    return { remarks: { treat_missing_data: 'The copy that writes has no lag to tell.' } };
  }
  if (!metric.isReadiness || isServing) return {};
  return {
    accepted: { CKV_AWS_319: 'Who stands by is not ready on purpose, and calls nobody' },
    remarks: { actions_enabled: 'The first apply after a failover turns it round.' },
  };
}

function measured({ namespace, metric, dimensions, globalOf, statistic }: Metric) {
  if (globalOf !== null) {
    return globalLag(namespace === 'AWS/DocDB' ? namespace : 'AWS/RDS', metric, globalOf);
  }
  return { namespace, metric_name: metric, dimensions, statistic, period: 60 };
}

function silenceOf({ missing }: Alarms, metric: Metric): string {
  if (metric.isCounted) return 'notBreaching';
  return metric.isReplication ? missing.replication : missing.others;
}

function alarmOf(input: RegionInput<'alarms'>, metric: Metric): Block {
  const { component } = input;
  const isServing = serves(input);
  return resource(
    'aws_cloudwatch_metric_alarm',
    labelOf(`${metric.of}_${metric.what}`),
    {
      alarm_name: alarmName(input, metric),
      alarm_description: metric.means,
      ...measured(metric),
      evaluation_periods: metric.minutes,
      comparison_operator: metric.side === 'above' ? 'GreaterThanThreshold' : 'LessThanThreshold',
      threshold: metric.threshold,
      treat_missing_data: silenceOf(component, metric),
      ...actionsOf(component),
      ...(metric.isReadiness ? { actions_enabled: isServing } : {}),
    },
    notesOn(metric, isServing),
  );
}

/** One thing to look at: on while any of the region's alarms is. */
function summary(input: RegionInput<'alarms'>, metrics: readonly Metric[]): LayerFragment {
  const { component, platform } = input;
  const told = metrics.filter(({ isReadiness }) => !isReadiness || serves(input));
  const names = [...told.map((metric) => alarmName(input, metric)), ...lagsIn(input)];
  const rule = names.map((name) => `ALARM("${name}")`).join(' OR ');
  return {
    layer: 'add-ons',
    file: component.name,
    blocks: [
      resource(
        'aws_cloudwatch_composite_alarm',
        labelOf(component.name),
        {
          alarm_name: nameOf(platform, component),
          alarm_description: `Something of ${platform.name} is wrong here`,
          // It stands in every region, also where there is nothing to sum up until it serves.
          alarm_rule: rule === '' ? 'FALSE' : rule,
        },
        { comment: 'It tells nobody: each of them does. It is what a dashboard shows first.' },
      ),
    ],
  };
}

/** File stores that are watched, and copied. */
function copiedStores({ component, platform }: TerraformInput<'alarms'>) {
  return component.watches.flatMap((name) => {
    const target = platform.components[name];
    return target?.kind === 'file-store' && target.replicaIn.length > 0 ? [target] : [];
  });
}

function lagName(platform: Platform, store: { readonly name: string }, to: string): string {
  return `${nameOf(platform, store)}-to-${to}`;
}

/** Names of those of `peering` that stand in a region. */
function lagsIn(input: RegionInput<'alarms'>): readonly string[] {
  const { platform, region } = input;
  return copiedStores(input).flatMap((store) =>
    store.regions.includes(region.name)
      ? store.regions.filter((to) => to !== region.name).map((to) => lagName(platform, store, to))
      : [],
  );
}

/** EFS tells how far a copy is behind by both ends of it, so these know two regions. */
function replications(input: TerraformInput<'alarms'>): WideFragment[] {
  const { component, platform } = input;
  const stores = copiedStores(input);
  const blocks = stores.flatMap((store) =>
    store.regions.flatMap((from) =>
      store.regions
        .filter((to) => to !== from)
        .map((to) =>
          resource(
            'aws_cloudwatch_metric_alarm',
            labelOf(`${store.name}_${from}_to_${to}`),
            {
              region: from,
              alarm_name: lagName(platform, store, to),
              alarm_description: `${store.name} in ${to} is behind ${from}`,
              namespace: 'AWS/EFS',
              metric_name: 'TimeSinceLastSync',
              dimensions: {
                FileSystemId: publishedIn(from, store.name, 'id'),
                DestinationFileSystemId: publishedIn(to, store.name, 'id'),
              },
              statistic: 'Maximum',
              period: 60,
              evaluation_periods: 3,
              comparison_operator: 'GreaterThanThreshold',
              threshold: behindSecondsMax(platform),
              treat_missing_data: component.missing.replication,
              ...(component.notify === null
                ? {}
                : { alarm_actions: [publishedIn(from, component.notify, 'topic-arn')] }),
            },
            { remarks: { treat_missing_data: 'One direction at a time has anything to tell.' } },
          ),
        ),
    ),
  );
  return blocks.length === 0 ? [] : [{ file: component.name, blocks }];
}

/** EFS user guide: an RPO of 15 minutes; beyond it a copy is later than promised. */
const filesBehindSecondsMax = 900;
/** EFS tells once a minute how long it is since it copied. */
const filesBehindSecondsMin = 60;

/** What the platform may lose with a region, where that is less than EFS promises. */
function behindSecondsMax(platform: Platform): number {
  const objective = objectiveFor(platform, 'region-loss');
  const lost = (objective?.rpoMs ?? Number.POSITIVE_INFINITY) / 1000;
  return Math.max(filesBehindSecondsMin, Math.min(filesBehindSecondsMax, lost));
}
