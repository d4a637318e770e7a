import type { Block } from './hcl/block.ts';
import { type Expression, template } from './hcl/value.ts';
import { deny, policyDocument, type Statement } from './policy.ts';
import { type Addressed, ref, resource } from './resource.ts';

/** Why no bucket has access logs: rules of Checkov that hold for each of them. */
export const noAccessLogs =
  'S3 writes them to a bucket without a KMS key only; data events of CloudTrail tell as much';

/** How a bucket differs from any other. */
export interface BucketKept {
  readonly bucket: Addressed<'arn' | 'id'>;
  readonly keyArn: Expression;
  /** Where it is, if not where the module's provider is. */
  readonly region?: string;
  /** Of its policy's document; its own label, unless said. */
  readonly policyLabel?: string;
  /** Whether an object that was overwritten can be had back. Default true. */
  readonly isVersioned?: boolean;
  /** Why it has versions, where that needs saying. */
  readonly versioned?: string;
  /** Its policy lets everybody read. Default false. */
  readonly isPublic?: boolean;
  /** Who may do what with it, besides roles of the account. */
  readonly statements?: readonly Statement[];
  /** Of its one lifecycle rule. */
  readonly tidies: string;
  /** Objects are deleted after as many days; null: never. */
  readonly expireDays: number | null;
  /** What was overwritten is kept for as many days. */
  readonly noncurrentDays: number;
}

/**
 * What every bucket has: versions, a key of ours, no public access, TLS alone, and an end for what
 * nobody needs any more.
 */
export function bucketKept(label: string, kept: BucketKept): readonly Block[] {
  const { bucket, keyArn, isVersioned = true, isPublic = false } = kept;
  const place = kept.region === undefined ? {} : { region: kept.region };
  const id = ref(bucket, 'id');
  const policy = policyDocument(kept.policyLabel ?? label, [
    tlsOnly(ref(bucket, 'arn')),
    ...(kept.statements ?? []),
  ]);
  return [
    resource(
      'aws_s3_bucket_versioning',
      label,
      {
        ...place,
        bucket: id,
        versioning_configuration: { status: isVersioned ? 'Enabled' : 'Suspended' },
      },
      kept.versioned === undefined ? {} : { comment: kept.versioned },
    ),
    resource('aws_s3_bucket_server_side_encryption_configuration', label, {
      ...place,
      bucket: id,
      rule: {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: keyArn,
        },
      },
    }),
    resource('aws_s3_bucket_public_access_block', label, {
      ...place,
      bucket: id,
      block_public_acls: true,
      ignore_public_acls: true,
      block_public_policy: !isPublic,
      restrict_public_buckets: !isPublic,
    }),
    lifecycle(label, kept),
    policy,
    resource('aws_s3_bucket_policy', label, { ...place, bucket: id, policy: ref(policy, 'json') }),
  ];
}

function tlsOnly(arn: Expression): Statement {
  return deny('TlsOnly', {
    actions: ['s3:*'],
    resources: [arn, template`${arn}/*`],
    principals: { type: '*', identifiers: ['*'] },
    condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
  });
}

function lifecycle(label: string, kept: BucketKept) {
  return resource('aws_s3_bucket_lifecycle_configuration', label, {
    ...(kept.region === undefined ? {} : { region: kept.region }),
    bucket: ref(kept.bucket, 'id'),
    rule: {
      id: kept.tidies,
      status: 'Enabled',
      filter: {},
      ...(kept.expireDays === null ? {} : { expiration: { days: kept.expireDays } }),
      noncurrent_version_expiration: { noncurrent_days: kept.noncurrentDays },
      abort_incomplete_multipart_upload: { days_after_initiation: 7 },
    },
  });
}
