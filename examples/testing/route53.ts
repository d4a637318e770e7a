/**
 * Who is led where, as Route 53 chooses on what was built (developer guide, how Route 53 chooses
 * records when health checking is configured): an unhealthy record is passed over, and where all of
 * a group are unhealthy each counts as healthy.
 */
import { bare, listOf, mapOf, type Parsed, type ParsedMap } from './hcl.ts';
import type { Modules } from './module-rules.ts';

interface NamedRecord {
  readonly region: string;
  readonly body: ParsedMap;
  /** The name that it leads to; null: the region's own load balancer. */
  readonly to: string | null;
}

/** Names that load balancers answer, with their records of every region. */
export function regionalNames(modules: Modules): ReadonlyMap<string, readonly NamedRecord[]> {
  const names = new Map<string, NamedRecord[]>();
  for (const { folder, blocks } of modules.values()) {
    const [region = '', layer] = folder.split('/');
    if (layer !== 'edge') continue;
    for (const [address, body] of blocks) {
      if (!address.startsWith('aws_route53_record.') || body.alias === undefined) continue;
      const target = bare(String(mapOf(listOf(body.alias)[0]).name));
      const led = /^(aws_route53_record\.\w+)\.name$/.exec(target)?.[1];
      const to = led === undefined ? null : String(blocks.get(led)?.name);
      const name = String(body.name);
      names.set(name, [...(names.get(name) ?? []), { region, body, to }]);
    }
  }
  return names;
}

export interface Asked {
  readonly name: string;
  readonly continent: string;
  /** Regions whose load balancers answer. */
  readonly healthy: readonly string[];
}

/** The region that a client is led to. */
export function answerTo(modules: Modules, asked: Asked): string {
  const names = regionalNames(modules);
  const recordsOf = (name: string) => names.get(name) ?? [];
  const isHealthy = ({ region, body, to }: NamedRecord): boolean => {
    const looks = mapOf(listOf(body.alias)[0]).evaluate_target_health === true;
    if (to !== null) return !looks || recordsOf(to).some(isHealthy);
    return (body.health_check_id === undefined && !looks) || asked.healthy.includes(region);
  };
  const follow = (name: string): string => {
    const ranked = inOrder(recordsOf(name), asked.continent);
    const chosen = ranked.find(isHealthy) ?? ranked[0];
    if (chosen === undefined) throw new Error(`nothing answers to ${name}`);
    return chosen.to === null ? chosen.region : follow(chosen.to);
  };
  return follow(asked.name);
}

/** As they are asked, the first one first; a place falls back to the rest of the world only. */
function inOrder(records: readonly NamedRecord[], continent: string): readonly NamedRecord[] {
  const policy = (body: ParsedMap, name: string) => mapOf(listOf(body[name])[0]);
  const having = (name: string, argument: string, value: Parsed) =>
    records.filter(({ body }) => policy(body, name)[argument] === value);
  if (records.some(({ body }) => body.geolocation_routing_policy !== undefined)) {
    return [
      ...having('geolocation_routing_policy', 'continent', continent),
      ...having('geolocation_routing_policy', 'country', '*'),
    ];
  }
  if (records.some(({ body }) => body.failover_routing_policy !== undefined)) {
    return [
      ...having('failover_routing_policy', 'type', 'PRIMARY'),
      ...having('failover_routing_policy', 'type', 'SECONDARY'),
    ];
  }
  return records.toSorted(
    (one, other) =>
      Number(policy(other.body, 'weighted_routing_policy').weight ?? 0) -
      Number(policy(one.body, 'weighted_routing_policy').weight ?? 0),
  );
}
