import type { GlobalAccelerator } from '@outrigger/model';
import {
  data,
  type Found,
  foundIn,
  identified,
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
 * Two addresses for the whole world. Each region's own layer adds its endpoint group, so that a
 * lost region stops no plan of another.
 */
export const terraform: TerraformFacet<'global-accelerator'> = {
  global: (input) => [acceleratorFile(input)],
  region: (input) => [endpoints(input)],
  // A balancer that stands already is in a group of an accelerator that does.
  existing: (input) => {
    const balancer = input.platform.components[input.component.to];
    const isThere = balancer !== undefined && foundIn(balancer, input.region.name) !== null;
    return isThere ? [] : [endpoints(input)];
  },
  existingGlobally: ({ component }, found) => [existing(component, found)],
};

/** The provider reads no listener: a person is asked for its ARN. */
function existing({ name }: GlobalAccelerator, found: Found): WideFragment {
  const label = labelOf(name);
  const { id, blocks } = identified(label, found, {
    type: 'globalaccelerator:accelerator',
    by: 'arn',
    region: acceleratorRegion,
  });
  const accelerator = data('aws_globalaccelerator_accelerator', label, { arn: id });
  return {
    file: name,
    blocks: [...blocks, accelerator],
    publishes: {
      'dns-name': ref(accelerator, 'dns_name'),
      'zone-id': ref(accelerator, 'hosted_zone_id'),
    },
  };
}

/** Where its API is (Global Accelerator guide, endpoints). */
const acceleratorRegion = 'us-west-2';

function acceleratorFile({
  component,
  platform,
}: TerraformInput<'global-accelerator'>): WideFragment {
  const label = labelOf(component.name);
  const accelerator = resource(
    'aws_globalaccelerator_accelerator',
    label,
    {
      name: nameOf(platform, component),
      ip_address_type: 'IPV4',
      enabled: true,
    },
    { accepted: { CKV_AWS_75: 'Flow logs of each VPC have the same connections' } },
  );
  const listener = resource('aws_globalaccelerator_listener', label, {
    accelerator_arn: ref(accelerator, 'arn'),
    protocol: 'TCP',
    port_range: portsOf(component, platform).map((port) => ({ from_port: port, to_port: port })),
  });
  return {
    file: component.name,
    blocks: [accelerator, listener],
    publishes: {
      'listener-arn': ref(listener, 'arn'),
      'dns-name': ref(accelerator, 'dns_name'),
      'zone-id': ref(accelerator, 'hosted_zone_id'),
    },
  };
}

/** Where the load balancers behind it listen. */
function portsOf(
  { to }: GlobalAccelerator,
  { components }: TerraformInput<'global-accelerator'>['platform'],
): readonly number[] {
  const balancer = components[to];
  if (balancer?.kind !== 'load-balancer' || !balancer.tls) return [80];
  return balancer.layer === 7 ? [80, 443] : [443];
}

function endpoints({
  component,
  platform,
  region,
}: RegionInput<'global-accelerator'>): LayerFragment {
  const { healthCheck } = component;
  const [port = 443] = portsOf(component, platform).toReversed();
  const group = resource(
    'aws_globalaccelerator_endpoint_group',
    labelOf(component.name),
    {
      listener_arn: published(component.name, 'listener-arn'),
      endpoint_group_region: region.name,
      traffic_dial_percentage: component.dial[region.name] ?? 100,
      health_check_protocol: port === 443 ? 'HTTPS' : 'HTTP',
      health_check_port: port,
      health_check_path: healthCheck.path,
      health_check_interval_seconds: healthCheck.intervalMs / 1000,
      threshold_count: healthCheck.threshold,
      endpoint_configuration: {
        endpoint_id: published(component.to, 'arn'),
        weight: 128,
        client_ip_preservation_enabled: true,
      },
      lifecycle: { ignore_changes: ['traffic_dial_percentage'] },
    },
    {
      remarks: {
        traffic_dial_percentage:
          'A dial of 0 keeps clients away while another region is healthy, and no longer: the ' +
          'accelerator fails over by itself, whatever the dial says.',
        'lifecycle.ignore_changes':
          'A planned move turns the dial: an apply must not turn it back.',
      },
    },
  );
  return { layer: 'edge', file: component.name, blocks: [group] };
}
