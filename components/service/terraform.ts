import { isDatabase, type ObjectStore } from '@outrigger/model';
import {
  allow,
  arnOf,
  type Expression,
  foundIn,
  labelOf,
  published,
  type RegionInput,
  type Statement,
  type TerraformFacet,
  template,
} from '@outrigger/terraform';
import { passwordReads } from '../database-credentials.ts';
import { accountRole, nameOf, sidOf } from '../terraform.ts';

/** The role of a service: what it needs of AWS by itself, and nothing of what others need. */
export const terraform: TerraformFacet<'service'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const statements = component.needs.flatMap((name) => statementsFor(input, name));
    if (statements.length === 0) return [];
    const { blocks } = accountRole(
      labelOf(component.name),
      { cluster: component.in, namespace: component.namespace, name: component.name },
      { name: `${nameOf(platform, component)}-${region.name}`, statements },
    );
    return [{ layer: 'add-ons', file: 'services', blocks }];
  },
};

function statementsFor(
  { component, platform, region }: RegionInput<'service'>,
  name: string,
): readonly Statement[] {
  const target = platform.components[name];
  if (target === undefined || !target.regions.includes(region.name)) return [];
  if (target.kind === 'object-store') return objects(target, region.name);
  if (target.kind === 'dynamodb') return tables(name);
  if (target.kind === 'file-store') return files(name);
  const cluster = platform.components[component.in];
  // External Secrets reads passwords for its pods, under its own role.
  const isBrought =
    cluster?.kind === 'kubernetes-cluster' && cluster.addOns.includes('external-secrets');
  return isDatabase(target) && !isBrought ? passwordReads(platform, target, region.name) : [];
}

function objects(store: ObjectStore, region: string): Statement[] {
  const { name } = store;
  const arn = published(name, 'arn');
  const key =
    foundIn(store, region) === null
      ? { resources: [published(name, 'key-arn')] }
      : standingKey(arn, region);
  return [
    allow(sidOf('List', name), { actions: ['s3:ListBucket'], resources: [arn] }),
    allow(sidOf('Objects', name), {
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [template`${arn}/*`],
    }),
    allow(sidOf('Key', name), {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      ...key,
    }),
  ];
}

/**
 * The provider doesn't read what a bucket that stands is encrypted with, and it may be no key of
 * KMS: so whichever it is, by way of S3 and for this bucket alone (S3 user guide, SSE-KMS).
 */
function standingKey(arn: Expression, region: string) {
  return {
    resources: [arnOf('kms', region, 'key/*')],
    condition: [
      { test: 'StringEquals', variable: 'kms:ViaService', values: [`s3.${region}.amazonaws.com`] },
      {
        test: 'StringLike',
        variable: 'kms:EncryptionContext:aws:s3:arn',
        values: [arn, template`${arn}/*`],
      },
    ],
  };
}

function files(name: string): Statement[] {
  return [
    allow(sidOf('Mount', name), {
      actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
      resources: [published(name, 'arn')],
    }),
  ];
}

function tables(name: string): Statement[] {
  const arn = published(name, 'arn');
  return [
    allow(sidOf('Items', name), {
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ],
      resources: [arn, template`${arn}/index/*`],
    }),
  ];
}
