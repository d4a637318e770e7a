import {
  accountId,
  allow,
  deny,
  forLogs,
  heredoc,
  type LayerFragment,
  labelOf,
  noAccessLogs,
  policyDocument,
  type RegionInput,
  ref,
  resource,
  type Statement,
  serviceRole,
  template,
} from '@outrigger/terraform';
import { keyOf, nameOf } from '../../terraform.ts';
import { pushStatements, repositoriesOf } from './images.ts';

type Input = RegionInput<'pipeline'>;

/** Logs of builds are kept for a year: an audit asks what went into an image. */
const logDays = 365;

/** Source, unit test, image: CodePipeline leads, CodeBuild does. */
export function codePipeline(input: Input): LayerFragment[] {
  const { component } = input;
  return [
    {
      layer: 'add-ons',
      file: component.name,
      blocks: [connectionOf(input), ...leader(input).blocks, pipelineOf(input)],
    },
    {
      layer: 'add-ons',
      file: `${component.name}-builds`,
      blocks: [logGroup(input), ...builder(input).blocks, ...builds(input)],
    },
    { layer: 'add-ons', file: `${component.name}-artifacts`, blocks: artifacts(input) },
  ];
}

function keyFor({ platform, component, region }: Input) {
  return keyOf(platform, component, region.name, [forLogs(region.name)]);
}

function connectionOf({ platform, component }: Input) {
  return resource(
    'aws_codestarconnections_connection',
    labelOf(component.name),
    { name: nameOf(platform, component), provider_type: 'GitHub' },
    { comment: 'A person completes it in the console once: GitHub asks who they are.' },
  );
}

function bucketOf({ platform, component, region }: Input) {
  return resource(
    'aws_s3_bucket',
    labelOf(component.name),
    { bucket: template`${nameOf(platform, component)}-${region.name}-${accountId}` },
    {
      accepted: {
        CKV_AWS_18: noAccessLogs,
        CKV_AWS_144: 'What one stage hands to the next is of use in this region alone',
        CKV2_AWS_62: 'CodePipeline tells of its runs by itself',
      },
    },
  );
}

/** What one stage hands to the next; nobody needs it a month later. */
function artifacts(input: Input) {
  const label = labelOf(input.component.name);
  const bucket = bucketOf(input);
  const key = keyFor(input);
  const id = ref(bucket, 'id');
  const policy = policyDocument(`${label}_artifacts`, [
    deny('TlsOnly', {
      actions: ['s3:*'],
      resources: [ref(bucket, 'arn'), template`${ref(bucket, 'arn')}/*`],
      principals: { type: '*', identifiers: ['*'] },
      condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
    }),
  ]);
  return [
    ...key.blocks,
    bucket,
    resource('aws_s3_bucket_versioning', label, {
      bucket: id,
      versioning_configuration: { status: 'Enabled' },
    }),
    resource('aws_s3_bucket_server_side_encryption_configuration', label, {
      bucket: id,
      rule: {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: key.arn,
        },
      },
    }),
    resource('aws_s3_bucket_public_access_block', label, {
      bucket: id,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
    resource('aws_s3_bucket_lifecycle_configuration', label, {
      bucket: id,
      rule: {
        id: 'tidy',
        status: 'Enabled',
        filter: {},
        expiration: { days: 30 },
        noncurrent_version_expiration: { noncurrent_days: 30 },
        abort_incomplete_multipart_upload: { days_after_initiation: 7 },
      },
    }),
    policy,
    resource('aws_s3_bucket_policy', label, { bucket: id, policy: ref(policy, 'json') }),
  ];
}

function storeStatements(input: Input): Statement[] {
  return [
    allow('Artifacts', {
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: [template`${ref(bucketOf(input), 'arn')}/*`],
    }),
    allow('ArtifactsKey', {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyFor(input).arn],
    }),
  ];
}

/** What leads: it reads the source and starts builds. */
function leader(input: Input) {
  const { platform, component, region } = input;
  return serviceRole(labelOf(component.name), {
    name: `${nameOf(platform, component)}-${region.name}`,
    service: 'codepipeline.amazonaws.com',
    statements: [
      ...storeStatements(input),
      allow('Source', {
        actions: ['codestar-connections:UseConnection'],
        resources: [ref(connectionOf(input), 'arn')],
      }),
      allow('Builds', {
        actions: ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'],
        resources: builds(input).map((project) => ref(project, 'arn')),
      }),
    ],
  });
}

/** What builds: it writes logs and pushes images, to these repositories only. */
function builder(input: Input) {
  const { platform, component, region } = input;
  return serviceRole(labelOf(`${component.name}_builds`), {
    name: `${nameOf(platform, component)}-builds-${region.name}`,
    service: 'codebuild.amazonaws.com',
    statements: [
      ...storeStatements(input),
      allow('Logs', {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [template`${ref(logGroup(input), 'arn')}:*`],
      }),
      ...pushStatements(repositoriesOf(platform, component.builds), region.name),
    ],
  });
}

function logGroup(input: Input) {
  const { platform, component } = input;
  return resource('aws_cloudwatch_log_group', labelOf(`${component.name}_builds`), {
    name: `/${platform.name}/${component.name}`,
    retention_in_days: logDays,
    kms_key_id: keyFor(input).arn,
  });
}

/** Unit tests first; images only of what passed them. */
const commands = { test: 'make test', push: 'make push' } as const;

function builds(input: Input) {
  const { platform, component, region } = input;
  const repositories = repositoriesOf(platform, component.builds);
  return (['test', 'push'] as const).map((stage) =>
    resource(
      'aws_codebuild_project',
      labelOf(`${component.name}_${stage}`),
      {
        name: `${nameOf(platform, component)}-${stage}`,
        description: stage === 'test' ? 'Unit tests' : 'Builds images and pushes them',
        service_role: ref(builder(input).role, 'arn'),
        encryption_key: keyFor(input).arn,
        build_timeout: 30,
        artifacts: { type: 'CODEPIPELINE' },
        environment: {
          type: 'LINUX_CONTAINER',
          compute_type: 'BUILD_GENERAL1_SMALL',
          image: 'aws/codebuild/amazonlinux2-x86_64-standard:5.0',
          privileged_mode: stage === 'push',
          environment_variable: [
            { name: 'REGISTRY', value: registry(region.name) },
            { name: 'REPOSITORIES', value: repositories.join(' ') },
          ],
        },
        source: { type: 'CODEPIPELINE', buildspec: heredoc(buildspec(stage)) },
        logs_config: { cloudwatch_logs: { group_name: ref(logGroup(input), 'name') } },
      },
      stage === 'push'
        ? {
            accepted: {
              CKV_AWS_316: 'Docker builds images in it, on a host that lives for one build',
            },
            remarks: { 'environment.privileged_mode': 'Docker needs it; unit tests have it not.' },
          }
        : {},
    ),
  );
}

/** ECR's own address, in this account and region; its copy in the other region follows. */
function registry(region: string) {
  return template`${accountId}.dkr.ecr.${region}.amazonaws.com`;
}

function buildspec(stage: 'test' | 'push'): string {
  return [
    'version: 0.2',
    'phases:',
    '  build:',
    '    commands:',
    `      - ${commands[stage]}`,
  ].join('\n');
}

/** Also what notices are about. */
export function pipelineOf(input: Input) {
  const { platform, component } = input;
  const { repository, branch } = component.source;
  const build = (stage: 'test' | 'push', name: string, project: ReturnType<typeof ref>) => ({
    name,
    action: {
      name,
      category: stage === 'test' ? 'Test' : 'Build',
      owner: 'AWS',
      provider: 'CodeBuild',
      version: '1',
      input_artifacts: ['source'],
      configuration: { ProjectName: project },
    },
  });
  const [test, push] = builds(input);
  if (test === undefined || push === undefined) throw new Error('a pipeline has two projects');
  return resource('aws_codepipeline', labelOf(component.name), {
    name: nameOf(platform, component),
    pipeline_type: 'V2',
    execution_mode: 'QUEUED',
    role_arn: ref(leader(input).role, 'arn'),
    artifact_store: {
      type: 'S3',
      location: ref(bucketOf(input), 'bucket'),
      encryption_key: { id: keyFor(input).arn, type: 'KMS' },
    },
    stage: [
      {
        name: 'Source',
        action: {
          name: 'Source',
          category: 'Source',
          owner: 'AWS',
          provider: 'CodeStarSourceConnection',
          version: '1',
          output_artifacts: ['source'],
          configuration: {
            ConnectionArn: ref(connectionOf(input), 'arn'),
            FullRepositoryId: repository,
            BranchName: branch,
          },
        },
      },
      build('test', 'Test', ref(test, 'name')),
      build('push', 'Image', ref(push, 'name')),
    ],
  });
}
