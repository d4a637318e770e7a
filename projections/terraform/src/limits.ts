/** What AWS would refuse when it is applied, found before: names, zones, sizes. */
import type { Platform, Problem, ResolvedComponent } from '@outrigger/model';
import type { Block } from './hcl/block.ts';
import { expression, isExpression } from './hcl/value.ts';

interface NameLimit {
  readonly lengthMax: number;
  readonly pattern?: RegExp;
}

/** By resource and argument, from the API reference of each service. */
const nameLimits: { readonly [argument: string]: NameLimit } = {
  'aws_lb.name': {
    lengthMax: 32,
    pattern: /^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  },
  'aws_lb_target_group.name': {
    lengthMax: 32,
    pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  },
  'aws_iam_role.name': { lengthMax: 64, pattern: /^[\w+=,.@-]+$/ },
  'aws_iam_instance_profile.name': { lengthMax: 128 },
  'aws_s3_bucket.bucket': { lengthMax: 63, pattern: /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/ },
  'aws_db_instance.identifier': { lengthMax: 63, pattern: /^[a-z](?:-?[a-z0-9])*$/ },
  'aws_rds_cluster.cluster_identifier': { lengthMax: 63, pattern: /^[a-z](?:-?[a-z0-9])*$/ },
  'aws_rds_cluster_instance.identifier': { lengthMax: 63, pattern: /^[a-z](?:-?[a-z0-9])*$/ },
  'aws_rds_global_cluster.global_cluster_identifier': { lengthMax: 63 },
  'aws_docdb_cluster.cluster_identifier': { lengthMax: 63 },
  'aws_docdb_cluster_instance.identifier': { lengthMax: 63 },
  'aws_db_subnet_group.name': { lengthMax: 255 },
  'aws_eks_cluster.name': { lengthMax: 100 },
  'aws_eks_node_group.node_group_name': { lengthMax: 63 },
  'aws_efs_file_system.creation_token': { lengthMax: 64 },
  'aws_globalaccelerator_accelerator.name': { lengthMax: 64 },
  'aws_launch_template.name': { lengthMax: 125 },
  'aws_sns_topic.name': { lengthMax: 256 },
  'aws_security_group.name': { lengthMax: 255, pattern: /^(?!sg-)/ },
};

/** Digits of an account's number, which stands in a template for it. */
const accountDigits = '123456789012';

/** As long and as it will be; null where only Terraform knows it. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isExpression(value) || value[expression] !== 'template') return null;
  const parts = value.parts.map((part) => {
    if (typeof part === 'string') return part;
    const isAccount = part[expression] === 'text' && part.text.endsWith('.account_id');
    return isAccount ? accountDigits : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

export function nameProblems(component: ResolvedComponent, block: Block): readonly Problem[] {
  if (block.type !== 'resource') return [];
  const [type = ''] = block.labels;
  return Object.entries(block.body).flatMap(([argument, value]): Problem[] => {
    const limit = nameLimits[`${type}.${argument}`];
    const name = limit === undefined ? null : nameOf(value);
    if (limit === undefined || name === null) return [];
    const path = `components.${component.name}`;
    const what = `${type}.${argument}`;
    if (name.length > limit.lengthMax) {
      const wrong =
        `makes the name ${name} (${what}) of ${name.length} characters; ` +
        `AWS takes ${limit.lengthMax}`;
      const excess = name.length - limit.lengthMax;
      const mend = `give it, or the platform, a name that is ${excess} shorter`;
      return [{ path, value: component.name, wrong, mend, line: null }];
    }
    if (limit.pattern?.test(name) ?? true) return [];
    const wrong = `makes the name ${name} (${what}), which AWS does not take`;
    const mend = 'use lower-case letters, digits and single hyphens, a letter first';
    return [{ path, value: component.name, wrong, mend, line: null }];
  });
}

/** Kinds that AWS wants two zones for, and whose rule that is. */
const twoZones: { readonly [kind: string]: string } = {
  'kubernetes-cluster': 'a control plane of EKS',
  'load-balancer': 'an Application Load Balancer',
  postgres: 'a subnet group of RDS',
  aurora: 'a subnet group of RDS',
  documentdb: 'a subnet group of DocumentDB',
};

/** A load balancer takes 8 free addresses in a subnet of /27 or larger (ELB guide, subnets). */
const balancerBitsMax = 27;

/** What the regions of a platform can't hold. */
export function placeProblems(platform: Platform): readonly Problem[] {
  const problems: Problem[] = [];
  for (const component of Object.values(platform.components)) {
    const what = twoZones[component.kind];
    if (what === undefined || component.existing !== null) continue;
    for (const name of component.regions) {
      const region = platform.regions[name];
      if (region === undefined) continue;
      const path = `regions.${name}.zones`;
      if (region.zones.length < 2) {
        const wrong = `is one zone, but ${component.name} is ${what}, which needs two`;
        const mend = 'write zones: 2 or more; workloadZones: 1 keeps nodes in one of them';
        problems.push({ path, value: region.zones.length, wrong, mend, line: null });
      }
      if (component.kind !== 'load-balancer') continue;
      for (const zone of region.zones) {
        if (Number(zone.publicCidr.split('/')[1]) <= balancerBitsMax) continue;
        const wrong = `is too small for ${component.name}: a load balancer needs a /27`;
        const mend = 'give the region a larger range, or the zone a larger public subnet';
        problems.push({
          path: `${path}.${zone.name}.public`,
          value: zone.publicCidr,
          wrong,
          mend,
          line: null,
        });
      }
    }
  }
  return [...problems, ...engineProblems(platform)];
}

function engineProblems({ components }: Platform): readonly Problem[] {
  return Object.values(components).flatMap((component): Problem[] => {
    if (component.kind !== 'aurora' || component.existing !== null) return [];
    const isGlobal = component.replicaIn.length > 0;
    if (!isGlobal || !/^db\.t\d/.test(component.size)) return [];
    const wrong = 'is not offered for a global database: it takes no burstable classes';
    const mend = "write one like 'db.r6g.large', or replicaIn: []";
    const path = `components.${component.name}.size`;
    return [{ path, value: component.size, wrong, mend, line: null }];
  });
}
