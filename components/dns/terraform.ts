import { componentsOf, type Dns, type Region } from '@outrigger/model';
import {
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
import { nameOf } from '../terraform.ts';

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
  const { component, platform, region } = input;
  const label = labelOf(component.name);
  const health = component.healthCheck;
  const checks =
    health === null
      ? []
      : [
          resource('aws_route53_health_check', label, {
            type: isTls(input) ? 'HTTPS' : 'HTTP',
            fqdn: published(component.to, 'dns-name'),
            port: isTls(input) ? 443 : 80,
            resource_path: health.path,
            request_interval: health.intervalMs / 1000,
            failure_threshold: health.threshold,
            measure_latency: true,
            tags: { Name: `${nameOf(platform, component)}-${region.name}` },
          }),
        ];
  const [check] = checks;
  const named = placesOf(component, region.name).map((place) => {
    const end = place === null ? '' : `-${place}`;
    return resource('aws_route53_record', labelOf(`${component.name}${end}`), {
      zone_id: published(component.name, 'zone-id'),
      name: component.record,
      type: 'A',
      ...(component.routing === 'simple' ? {} : { set_identifier: `${region.name}${end}` }),
      ...(check === undefined ? {} : { health_check_id: ref(check, 'id') }),
      alias: {
        name: published(component.to, 'dns-name'),
        zone_id: published(component.to, 'zone-id'),
        evaluate_target_health: true,
      },
      ...policyOf(component, region, place),
    });
  });
  const [first, ...rest] = named;
  const comment = 'Named by its region: its health check, not an edit, takes it out of service.';
  const told = first === undefined ? [] : [{ ...first, comment }, ...rest];
  return { layer: 'edge', file: component.name, blocks: [...checks, ...told] };
}

/** Places whose clients are led here: one record each; one without a place for other routing. */
function placesOf({ routing, geo }: Dns, region: string): readonly (string | null)[] {
  if (routing !== 'geo') return [null];
  return (geo?.[region] ?? []).map((place) => (place === '*' ? 'elsewhere' : place));
}

function isTls({ component, platform }: RegionInput<'dns'>): boolean {
  const target = platform.components[component.to];
  return target?.kind === 'load-balancer' && target.tls;
}

function policyOf({ routing }: Dns, { name, role }: Region, place: string | null) {
  if (routing === 'latency') return { latency_routing_policy: { region: name } };
  if (routing === 'failover') {
    return { failover_routing_policy: { type: role === 'standby' ? 'SECONDARY' : 'PRIMARY' } };
  }
  return place === null ? {} : { geolocation_routing_policy: placePolicy(place) };
}

/** As the model writes a place: a continent, or `country:JP`. */
function placePolicy(place: string) {
  if (place === 'elsewhere') return { country: '*' };
  const [, country] = place.split(':');
  return country === undefined ? { continent: place } : { country };
}
