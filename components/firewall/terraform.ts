import { cloudFrontRegion, type Firewall, type Platform } from '@outrigger/model';
import {
  type Block,
  data,
  encryptionKey,
  type Found,
  forLogs,
  foundIn,
  identified,
  labelOf,
  published,
  ref,
  resource,
  type TerraformFacet,
  type TerraformInput,
} from '@outrigger/terraform';
import { nameOf, networkOf } from '../terraform.ts';

/** Logs of what was turned away are kept for a year: an attack is looked into later. */
const logDays = 365;

/**
 * A web ACL in each region for its load balancers, and one in us-east-1 for the CDN. Shield
 * Standard needs nothing; for Shield Advanced a person subscribes first, for a year.
 */
export const terraform: TerraformFacet<'firewall'> = {
  region: ({ component, platform, region }) => {
    if (balancersOf(component, platform, region.name).length === 0) return [];
    const { acl, blocks } = webAcl({ component, platform }, null);
    return [
      {
        layer: 'edge',
        file: component.name,
        blocks: [...blocks, ...attached(component, platform, region.name)],
        publishes: { 'web-acl-arn': ref(acl, 'arn') },
      },
    ];
  },
  // It protects what the platform names, whoever made it.
  existing: ({ component, platform, region }, found) => {
    if (balancersOf(component, platform, region.name).length === 0) return [];
    const label = labelOf(component.name);
    const { id, blocks } = identified(label, found, { type: 'wafv2:regional/webacl', by: 'arn' });
    const acl = data('aws_wafv2_web_acl', label, {
      ...(found.by === 'id' ? { name: id } : { resource_arn: id }),
      scope: 'REGIONAL',
    });
    return [
      {
        layer: 'edge',
        file: component.name,
        blocks: [...blocks, acl, ...attached(component, platform, region.name)],
        publishes: { 'web-acl-arn': ref(acl, 'arn') },
      },
    ];
  },
  global: ({ component, platform }) => {
    if (!component.forCloudFront) return [];
    const { acl, blocks } = webAcl({ component, platform }, cloudFrontRegion);
    return [
      {
        file: component.name,
        blocks: [...blocks, ...shieldedCdns(component, platform)],
        publishes: { 'cloudfront-arn': ref(acl, 'arn') },
      },
    ];
  },
  // A person is asked for CloudFront's where no id can be its own.
  existingGlobally: ({ component, platform }, anywhere) => {
    const shields = shieldedCdns(component, platform);
    const isAlone = protectedOf('load-balancer', component, platform).length === 0;
    const found = isAlone ? anywhere : ofCloudFront(component, platform);
    if (found === null) return [{ file: component.name, blocks: shields }];
    const label = labelOf(component.name);
    const { id, blocks } = identified(label, found, {
      type: 'wafv2:global/webacl',
      by: 'arn',
      region: cloudFrontRegion,
    });
    const acl = data('aws_wafv2_web_acl', label, {
      region: cloudFrontRegion,
      ...(found.by === 'id' ? { name: id } : { resource_arn: id }),
      scope: 'CLOUDFRONT',
    });
    return [
      {
        file: component.name,
        blocks: [...blocks, acl, ...shields],
        publishes: { 'cloudfront-arn': ref(acl, 'arn') },
      },
    ];
  },
};

/**
 * Beside those of load balancers: the id for us-east-1, unless that is a region of the platform,
 * whose load balancers have a web ACL of their own there.
 */
function ofCloudFront(component: Firewall, platform: Platform): Found | null {
  if (platform.regions[cloudFrontRegion] !== undefined) return null;
  const found = foundIn(component, cloudFrontRegion);
  return found?.by === 'id' ? found : null;
}

function shieldedCdns(component: Firewall, platform: Platform): readonly Block[] {
  return component.shield === 'advanced'
    ? protectedOf('cdn', component, platform).map(shielded)
    : [];
}

function protectedOf(kind: string, { protects }: Firewall, platform: Platform): string[] {
  return protects.filter((name) => platform.components[name]?.kind === kind);
}

function balancersOf(component: Firewall, platform: Platform, region: string): string[] {
  return protectedOf('load-balancer', component, platform).filter((name) =>
    platform.components[name]?.regions.includes(region),
  );
}

/** What stands already on both sides is behind it already. */
function attached(component: Firewall, platform: Platform, region: string): Block[] {
  const balancers = balancersOf(component, platform, region).filter((name) => {
    const balancer = platform.components[name];
    const isThere = balancer !== undefined && foundIn(balancer, region) !== null;
    return !(isThere && foundIn(component, region) !== null);
  });
  const associations = balancers.map((name) =>
    resource('aws_wafv2_web_acl_association', labelOf(`${component.name}_${name}`), {
      resource_arn: published(name, 'arn'),
      web_acl_arn: published(component.name, 'web-acl-arn'),
    }),
  );
  return [...associations, ...(component.shield === 'advanced' ? balancers.map(shielded) : [])];
}

function shielded(name: string): Block {
  return resource('aws_shield_protection', labelOf(name), {
    name,
    resource_arn: published(name, 'arn'),
  });
}

/** `region`: null for load balancers, where the module's provider is; us-east-1 for CloudFront. */
function webAcl(
  { component, platform }: Pick<TerraformInput<'firewall'>, 'component' | 'platform'>,
  region: string | null,
) {
  const label = labelOf(component.name);
  const place = region === null ? {} : { region };
  const name = nameOf(platform, component);
  const acl = resource(
    'aws_wafv2_web_acl',
    label,
    {
      ...place,
      name,
      description: `Requests to ${component.protects.join(', ')}`,
      scope: region === null ? 'REGIONAL' : 'CLOUDFRONT',
      default_action: { allow: {} },
      rule: [...managed(component), ...rate(component)],
      visibility_config: seenAs(name),
    },
    region === null ? {} : { comment: 'CloudFront takes web ACLs of this region only.' },
  );
  // The key of logs is of a region of the platform; us-east-1 need not be one.
  const own =
    region === null
      ? null
      : encryptionKey(labelOf(`${component.name}_logs`), {
          alias: `${name}-logs`,
          description: `Logs of ${component.name} of ${platform.name}`,
          services: [forLogs(region)],
          region,
        });
  const group = resource(
    'aws_cloudwatch_log_group',
    labelOf(`${component.name}_logs`),
    {
      ...place,
      name: `aws-waf-logs-${name}`,
      retention_in_days: logDays,
      kms_key_id:
        own === null ? published(networkOf(platform), 'logs-key-arn') : ref(own.key, 'arn'),
    },
    { remarks: { name: 'WAF writes to groups with this beginning only.' } },
  );
  const logging = resource('aws_wafv2_web_acl_logging_configuration', label, {
    ...place,
    resource_arn: ref(acl, 'arn'),
    log_destination_configs: [ref(group, 'arn')],
    // Who a client is stays with the application.
    redacted_fields: [
      { single_header: { name: 'authorization' } },
      { single_header: { name: 'cookie' } },
    ],
  });
  return { acl, blocks: [acl, ...(own?.blocks ?? []), group, logging] };
}

function seenAs(metric: string) {
  return {
    cloudwatch_metrics_enabled: true,
    metric_name: metric,
    sampled_requests_enabled: true,
  };
}

function managed({ rules }: Firewall) {
  return rules.map((name, index) => ({
    name,
    priority: index + 1,
    override_action: { none: {} },
    statement: { managed_rule_group_statement: { name, vendor_name: 'AWS' } },
    visibility_config: seenAs(name),
  }));
}

function rate({ rules, requestsMax }: Firewall) {
  if (requestsMax === null) return [];
  return [
    {
      name: 'rate-of-one-address',
      priority: rules.length + 1,
      action: { block: {} },
      statement: {
        rate_based_statement: { limit: requestsMax, aggregate_key_type: 'IP' as const },
      },
      visibility_config: seenAs('rate-of-one-address'),
    },
  ];
}
