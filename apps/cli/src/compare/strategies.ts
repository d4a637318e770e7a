import {
  isData,
  type Platform,
  type Problem,
  type ResolvedComponent,
  resolve,
  type Strategy,
  strategies,
} from '@outrigger/model';
import { isRecord } from '../cost/price-row.ts';

/** One platform under another strategy, or why it can't be described. */
export type Variant =
  | { readonly strategy: Strategy; readonly platform: Platform }
  | { readonly strategy: Strategy; readonly platform: null; readonly problems: readonly Problem[] };

type Written = { readonly [field: string]: unknown };

/**
 * The same components under each of the four strategies. The platform's own is as it was written.
 * For the others what was written for its own strategy alone is left out (sizes of a standby
 * region, copies that backups take the place of), so that each has what its strategy needs, as the
 * model fills it in; what runs in the standby region anyway, runs there under a warmer one too.
 */
export function variantsOf(written: unknown, platform: Platform): readonly Variant[] {
  return strategies.map((strategy) =>
    strategy === platform.strategy
      ? { strategy, platform }
      : variantOf(isRecord(written) ? written : {}, platform, strategy),
  );
}

function variantOf(written: Written, own: Platform, strategy: Strategy): Variant {
  const isWarmer = strategies.indexOf(strategy) > strategies.indexOf(own.strategy);
  const components = mapped(written.components, (component) =>
    componentFor(component, strategy, isWarmer),
  );
  const rolesOf = strategy === 'active-active' ? asPeer : asStandby(own);
  const resolution = resolve({
    ...written,
    strategy,
    // Judged against the platform's own objectives, below: a promise that it can't keep is a
    // result here, not a mistake.
    objectives: endless(written.objectives),
    regions: mapped(written.regions, rolesOf),
    components,
  });
  if (!resolution.ok) return { strategy, platform: null, problems: resolution.problems };
  return { strategy, platform: { ...resolution.platform, objectives: own.objectives } };
}

function asPeer(region: Written): Written {
  return region.role === 'standby' ? { ...region, role: 'peer' } : region;
}

/** From two that serve to one that waits: the first one goes on serving. */
function asStandby(own: Platform): (region: Written, name: string) => Written {
  const regions = Object.values(own.regions);
  const serves = (regions.find(({ role }) => role === 'primary') ?? regions[0])?.name;
  return (region, name) => {
    if (region.role !== 'peer') return region;
    return { ...region, role: name === serves ? 'primary' : 'standby' };
  };
}

function componentFor(component: Written, strategy: Strategy, isWarmer: boolean): Written {
  const { replicaIn, replicaInstances, dial, routing, geo, standby, regions, ...same } = component;
  switch (component.kind) {
    case 'kubernetes-cluster':
      return {
        ...same,
        ...(strategy === 'backup-restore' || regions === undefined ? {} : { regions }),
        nodeGroups: mapped(component.nodeGroups, (group) =>
          nodeGroupFor(group, strategy, isWarmer),
        ),
      };
    case 'aurora':
    case 'postgres':
    case 'documentdb':
    case 'dynamodb':
    case 'file-store':
    case 'object-store':
      // Without a copy that runs, backups are what there is.
      return strategy === 'backup-restore' || replicaIn === undefined
        ? same
        : { ...same, replicaIn };
    case 'virtual-machines':
      return {
        ...nodeGroupFor(component, strategy, isWarmer),
        ...(strategy === 'backup-restore' ? { regions: undefined } : {}),
      };
    default:
      return same;
  }
}

/** A warmer strategy keeps at least what a colder one has written: its controllers, say. */
function nodeGroupFor(group: Written, strategy: Strategy, isWarmer: boolean): Written {
  const { standby, ...same } = group;
  if (!isWarmer || strategy === 'active-active' || !isRecord(standby)) return same;
  return typeof standby.min === 'number' && standby.min > 0 ? group : same;
}

/** As long as a platform may write: no strategy is refused for what it can't promise. */
function endless(objectives: unknown): unknown {
  const long = { rpo: '365d', rto: '365d' };
  return {
    ...(isRecord(objectives) ? objectives : {}),
    'region-loss': long,
    partition: long,
  };
}

function mapped(
  record: unknown,
  change: (value: Written, name: string) => Written,
): { [name: string]: unknown } {
  if (!isRecord(record)) return {};
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      isRecord(value) ? change(value, name) : value,
    ]),
  );
}

/** A platform whose writers have moved, as a disaster leaves it: what is billed then is its own. */
export function movedTo(platform: Platform, to: string): Platform {
  const components = Object.fromEntries(
    Object.entries(platform.components).map(([name, component]): [string, ResolvedComponent] => {
      if (!isData(component)) return [name, component];
      return [name, { ...component, writerIn: to, replicaIn: [], regions: [to] }];
    }),
  );
  return { ...platform, components };
}
