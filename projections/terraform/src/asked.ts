/** What nobody can read of what stands already: a person is asked for it, in a variable. */
import { labelOf, type ResolvedComponent } from '@outrigger/model';
import type { WideFragment } from './facet.ts';
import type { Block } from './hcl/block.ts';
import { expression, hcl, isExpression, isSeveral, type Publishable } from './hcl/value.ts';
import { type Condition, variable } from './resource.ts';

/** Variables that stand for what a fragment publishes; each is asked for only if it is read. */
export interface StoodIn {
  readonly asks?: ReadonlyMap<string, Block>;
}

/**
 * In place of what would have been made: a variable for all that nothing else tells. `home` is the
 * region of the module; null: it has none.
 */
export function askedFor(
  component: ResolvedComponent,
  { file, blocks, publishes = {}, publishesIn = {} }: WideFragment,
  told: ReadonlySet<string>,
  home: string | null,
): WideFragment & StoodIn {
  const asks = new Map<string, Block>();
  const ask = (name: string, value: Publishable, region: string | null): Publishable => {
    const place = region === null ? '' : ` in ${region}`;
    const label = labelOf(`${component.name}_${name}${place.replace(' in ', '_')}`);
    const validation = soundness(`var.${label}`, value, blocks, region ?? home);
    const asked = variable(label, {
      type: isSeveral(value) ? 'list(string)' : 'string',
      description: `${component.name} stands already: its ${name.replaceAll('-', ' ')}${place}.`,
      ...(validation === null ? {} : { validation }),
    });
    asks.set(region === null ? name : `${name} ${region}`, asked);
    const own = hcl(asked.address);
    return isSeveral(value) ? { list: own } : own;
  };
  const all = Object.entries(publishes).filter(([name]) => !told.has(name));
  const byRegion = Object.entries(publishesIn).map(([region, values]) => {
    const own = Object.entries(values).filter(
      ([name]) => !told.has(name) && !told.has(`${name} ${region}`),
    );
    return [
      region,
      Object.fromEntries(own.map(([name, value]) => [name, ask(name, value, region)])),
    ];
  });
  return {
    file,
    blocks: [],
    publishes: Object.fromEntries(all.map(([name, value]) => [name, ask(name, value, null)])),
    publishesIn: Object.fromEntries(byRegion),
    asks,
  };
}

/** The service in the ARNs of a resource; `-` behind it: they name no region. */
const services: { readonly [type: string]: string } = {
  aws_acm_certificate: 'acm',
  aws_acm_certificate_validation: 'acm',
  aws_cloudfront_distribution: 'cloudfront-',
  aws_codestarconnections_connection: 'codestar-connections',
  aws_docdb_cluster: 'rds',
  aws_dynamodb_table: 'dynamodb',
  aws_ecr_repository: 'ecr',
  aws_efs_file_system: 'elasticfilesystem',
  aws_eks_cluster: 'eks',
  aws_globalaccelerator_accelerator: 'globalaccelerator-',
  aws_globalaccelerator_listener: 'globalaccelerator-',
  aws_iam_openid_connect_provider: 'iam-',
  aws_iam_role: 'iam-',
  aws_kms_key: 'kms',
  aws_kms_replica_key: 'kms',
  aws_lb: 'elasticloadbalancing',
  aws_lb_target_group: 'elasticloadbalancing',
  aws_rds_cluster: 'rds',
  aws_s3_bucket: 's3-',
  aws_secretsmanager_secret: 'secretsmanager',
  aws_sns_topic: 'sns',
  aws_wafv2_web_acl: 'wafv2',
};

/** In the ARN of a web ACL, behind its account: us-east-1 has both (WAF developer guide, ARNs). */
const scopes: { readonly [scope: string]: string } = {
  CLOUDFRONT: 'global/webacl',
  REGIONAL: 'regional/webacl',
};

/** How an id of a resource begins, where AWS gives it. */
const beginnings: { readonly [type: string]: string } = {
  aws_efs_file_system: 'fs-',
  aws_security_group: 'sg-',
  aws_vpc: 'vpc-',
};

/** What a variable has to be like, by the attribute that it stands for; null: any text. */
function soundness(
  address: string,
  value: Publishable,
  blocks: readonly Block[],
  home: string | null,
): Condition | null {
  const several = isSeveral(value) ? value : null;
  const one = several === null ? value : 'list' in several ? several.list : several[0];
  const [, type = '', name = '', attribute = ''] =
    /^(aws_\w+)\.(\w+)\.(\w+)$/.exec(addressIn(one)) ?? [];
  const made = blocks.find(({ labels }) => labels[0] === type && labels[1] === name);
  const own = made?.body.region;
  const region = typeof own === 'string' ? own : home;
  const begins = attribute.endsWith('arn')
    ? arnPattern(services[type], region, scopes[String(made?.body.scope)])
    : attribute === 'id'
      ? beginnings[type]
      : undefined;
  if (begins === undefined) return null;
  return beginsWith(address, begins, isSeveral(value));
}

function beginsWith(address: string, begins: string, isList: boolean): Condition {
  const fits = (item: string) => `can(regex("^${begins}", ${item}))`;
  const shown = begins.replace('aws[a-z-]*', 'aws').replaceAll(/\[(a-z)?0-9-?\]\*/g, '*');
  return {
    condition: hcl(isList ? `alltrue([for one in ${address} : ${fits('one')}])` : fits(address)),
    error_message: `It begins with ${shown} as what it stands for does.`,
  };
}

/** A variable of a component's own that holds the ARN of a resource in a region. */
export function isArnOf(
  name: string,
  service: string,
  region: string,
): { readonly validation: Condition } {
  return { validation: beginsWith(`var.${name}`, `arn:aws[a-z-]*:${service}:${region}:`, false) };
}

/** `aws_lb.web_alb.arn`; a key may be another component's, which only tells its ARN. */
function addressIn(value: unknown): string {
  if (!isExpression(value)) return '';
  if (value[expression] === 'text') return value.text;
  const isKey = value[expression] === 'published' && value.name === 'key-arn';
  return isKey ? `aws_kms_key.${labelOf(value.component)}.arn` : '';
}

function arnPattern(
  service: string | undefined,
  region: string | null,
  scope: string | undefined,
): string | undefined {
  if (service === undefined) return undefined;
  const place = service.endsWith('-') ? '' : (region ?? '[a-z0-9-]*');
  const account = scope === undefined ? '' : `[0-9]*:${scope}/`;
  return `arn:aws[a-z-]*:${service.replace(/-$/, '')}:${place}:${account}`;
}
