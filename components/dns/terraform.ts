import { componentsOf } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  data,
  type Expression,
  type Found,
  type LayerFragment,
  labelOf,
  published,
  type RegionInput,
  ref,
  resource,
  type TerraformFacet,
  type TerraformInput,
  type WideFragment,
} from '@outrigger/terraform';
import { anyRegionName, nameOf } from '../terraform.ts';

/**
 * The zone, and one name in it. Records are made before a failure; health checks turn them, in
 * Route 53's data plane, so that no recovery has to edit a record.
 */
export const terraform: TerraformFacet<'dns'> = {
  global: (input) => [zoneFile(input)],
  region: (input) => (leadsToOne(input) ? [] : [records(input)]),
  // The zone stands; the platform's own names in it are made.
  existing: (input) => (leadsToOne(input) ? [] : [records(input)]),
  existingGlobally: (input, found) => [existing(input, found)],
};

function existing(input: TerraformInput<'dns'>, found: Found): WideFragment {
  const { component } = input;
  const zone = data('aws_route53_zone', labelOf(component.name), {
    ...(found.by === 'id' ? { zone_id: found.id } : { name: component.zone, tags: found.tags }),
  });
  const zoneId = ref(zone, 'zone_id');
  return {
    file: component.name,
    blocks: [zone, ...(leadsToOne(input) ? [recordOf(input, zoneId)] : [])],
    publishes: { 'zone-id': zoneId },
  };
}

/** An accelerator or a CDN chooses a region by itself; between load balancers the name chooses. */
function leadsToOne({ component, platform }: TerraformInput<'dns'>): boolean {
  return platform.components[component.to]?.kind !== 'load-balancer';
}

/** Of several names in one zone, the first makes it. */
function makerOf({ component, platform }: TerraformInput<'dns'>): string {
  const same = componentsOf(platform, 'dns').find(({ zone }) => zone === component.zone);
  return same?.name ?? component.name;
}

function zoneFile(input: TerraformInput<'dns'>): WideFragment {
  const { component, platform } = input;
  const label = labelOf(component.name);
  const zone = resource(
    'aws_route53_zone',
    label,
    { name: component.zone, comment: `Names of ${platform.name}` },
    {
      comment: 'Whoever holds the name above it has to point to its name servers, by hand.',
      accepted: {
        CKV2_AWS_38: 'Signing needs a record in the zone above it, which a person sets by hand',
        CKV2_AWS_39: 'What is asked of a public name is no secret, and answers nothing in an audit',
      },
    },
  );
  const isMaker = makerOf(input) === component.name;
  const zoneId = isMaker ? ref(zone, 'zone_id') : published(makerOf(input), 'zone-id');
  return {
    file: component.name,
    blocks: [...(isMaker ? [zone] : []), ...(leadsToOne(input) ? [recordOf(input, zoneId)] : [])],
    publishes: { 'zone-id': zoneId },
  };
}

function recordOf({ component, platform }: TerraformInput<'dns'>, zoneId: Expression) {
  const isAccelerator = platform.components[component.to]?.kind === 'global-accelerator';
  return resource('aws_route53_record', labelOf(component.name), {
    zone_id: zoneId,
    name: component.record,
    type: 'A',
    alias: {
      name: published(component.to, 'dns-name'),
      zone_id: published(component.to, 'zone-id'),
      evaluate_target_health: isAccelerator,
    },
  });
}

function records(input: RegionInput<'dns'>): LayerFragment {
  const { component, region } = input;
  const checks = healthChecks(input);
  const comment = 'Named by its region: its health check, not an edit, takes it out of service.';
  const [check] = checks;
  const { geo, name, record, routing } = component;
  if (geo === null) {
    const own = leading(input, check, '', record, policyOf(input));
    const led = routing === 'simple' ? own : { ...own, comment };
    return { layer: 'edge', file: name, blocks: [...checks, led] };
  }
  const places = (geo[region.name] ?? []).filter((place) => place !== elsewhere);
  const [first, ...rest] = places.map((place) =>
    leading(input, check, `-${place}`, record, placePolicy(place)),
  );
  const led = first === undefined ? [] : [{ ...first, comment }, ...rest];
  return { layer: 'edge', file: name, blocks: [...checks, ...led, ...fallback(input, check)] };
}

function healthChecks(input: RegionInput<'dns'>): readonly Addressed<'id'>[] {
  const { component, platform, region } = input;
  const health = component.healthCheck;
  if (health === null) return [];
  const check = resource('aws_route53_health_check', labelOf(component.name), {
    type: isTls(input) ? 'HTTPS' : 'HTTP',
    fqdn: published(component.to, 'dns-name'),
    port: isTls(input) ? 443 : 80,
    resource_path: health.path,
    request_interval: health.intervalMs / 1000,
    failure_threshold: health.threshold,
    measure_latency: true,
    tags: { Name: `${nameOf(platform, component)}-${region.name}` },
  });
  return [check];
}

/** A record that leads to the region's load balancer while the region is healthy. */
function leading(
  { component, region }: RegionInput<'dns'>,
  check: Addressed<'id'> | undefined,
  ending: string,
  name: string,
  policy: ReturnType<typeof policyOf> | ReturnType<typeof placePolicy>,
) {
  return resource('aws_route53_record', labelOf(`${component.name}${ending}`), {
    zone_id: published(component.name, 'zone-id'),
    name,
    type: 'A',
    ...(component.routing === 'simple' ? {} : { set_identifier: `${region.name}${ending}` }),
    ...(check === undefined ? {} : { health_check_id: ref(check, 'id') }),
    alias: {
      name: published(component.to, 'dns-name'),
      zone_id: published(component.to, 'zone-id'),
      evaluate_target_health: true,
    },
    ...policy,
  });
}

/** As the model writes the rest of the world. */
const elsewhere = '*';

/**
 * Where nothing else answers. An unhealthy place falls back to the larger one and then to the rest
 * of the world, and no further (Route 53 developer guide, health checks and geolocation): so the
 * rest of the world leads to a name that each region answers, the one that it is written for first.
 */
function fallback(input: RegionInput<'dns'>, check: Addressed<'id'> | undefined): readonly Block[] {
  const { component, region } = input;
  const home = Object.entries(component.geo ?? {}).find(([, own]) => own.includes(elsewhere))?.[0];
  const answering = {
    ...leading(
      input,
      check,
      '-any-region',
      anyRegionName(component),
      preferring(home ?? component.regions[0] ?? '', region.name, component.regions),
    ),
    comment: 'Answers wherever the region that a place is led to does not.',
  };
  if (region.name !== home) return [answering];
  const rest = resource('aws_route53_record', labelOf(`${component.name}-elsewhere`), {
    zone_id: published(component.name, 'zone-id'),
    name: component.record,
    type: 'A',
    set_identifier: `${region.name}-elsewhere`,
    alias: {
      name: ref(answering, 'name'),
      zone_id: published(component.name, 'zone-id'),
      evaluate_target_health: true,
    },
    geolocation_routing_policy: { country: elsewhere },
  });
  const comment = 'Also what a place falls back to when its own region is lost.';
  return [answering, { ...rest, comment }];
}

function isTls({ component, platform }: RegionInput<'dns'>): boolean {
  const target = platform.components[component.to];
  return target?.kind === 'load-balancer' && target.tls;
}

function policyOf({ component, platform, region }: RegionInput<'dns'>) {
  const { routing, regions } = component;
  if (routing === 'latency') return { latency_routing_policy: { region: region.name } };
  if (routing !== 'failover') return {};
  const serving = regions.find((name) => platform.regions[name]?.role !== 'standby');
  return preferring(serving ?? '', region.name, regions);
}

/**
 * The first region while it is healthy, else another one. Route 53 takes two records of failover;
 * of more, those without a weight are answered when no other is healthy (Route 53 developer guide,
 * health checks and weighted routing).
 */
function preferring(first: string, region: string, regions: readonly string[]) {
  const isFirst = region === first;
  return regions.length > 2
    ? { weighted_routing_policy: { weight: isFirst ? 1 : 0 } }
    : { failover_routing_policy: { type: isFirst ? 'PRIMARY' : 'SECONDARY' } };
}

/** As the model writes a place: a continent, or `country:JP`. */
function placePolicy(place: string) {
  const [, country] = place.split(':');
  return { geolocation_routing_policy: country === undefined ? { continent: place } : { country } };
}
