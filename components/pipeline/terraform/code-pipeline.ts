import type { PipelineSource } from '@outrigger/model';
import {
  accountId,
  allow,
  bucketKept,
  forLogs,
  heredoc,
  type LayerFragment,
  labelOf,
  noAccessLogs,
  type RegionInput,
  ref,
  resource,
  type Statement,
  serviceRole,
  template,
} from '@outrigger/terraform';
import { keyOf, nameOf, registryAccount, repositoriesOf } from '../../terraform.ts';
import { pushStatements } from './images.ts';

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
      blocks: [connectionOf(input), ...leader(input).blocks, ...pipelinesOf(input)],
    },
    {
      layer: 'add-ons',
      file: `${component.name}-builds`,
      blocks: [
        logGroup(input),
        ...builder(input).blocks,
        ...partsOf(input).flatMap((part) => projectsOf(input, part)),
      ],
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
  const kept = bucketKept(label, {
    bucket,
    keyArn: key.arn,
    policyLabel: `${label}_artifacts`,
    tidies: 'tidy',
    expireDays: 30,
    noncurrentDays: 30,
  });
  return [...key.blocks, bucket, ...kept];
}

/** What both of them do with artifacts, and what each does besides. */
function storeStatements(
  input: Input,
  { bucket, objects = [] }: { bucket: readonly string[]; objects?: readonly string[] },
): Statement[] {
  const arn = ref(bucketOf(input), 'arn');
  return [
    allow('Bucket', { actions: bucket, resources: [arn] }),
    allow('Artifacts', {
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', ...objects],
      resources: [template`${arn}/*`],
    }),
    allow('ArtifactsKey', {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyFor(input).arn],
    }),
  ];
}

/**
 * What leads: it reads the source and starts builds. What it does with its bucket is the least that
 * it asks for (CodePipeline user guide, service role policy).
 */
function leader(input: Input) {
  const { platform, component, region } = input;
  return serviceRole(labelOf(component.name), {
    name: `${nameOf(platform, component)}-${region.name}`,
    service: 'codepipeline.amazonaws.com',
    statements: [
      ...storeStatements(input, {
        bucket: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning'],
        objects: ['s3:PutObjectAcl'],
      }),
      allow('Source', {
        actions: ['codestar-connections:UseConnection'],
        resources: [ref(connectionOf(input), 'arn')],
      }),
      allow('Builds', {
        actions: ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'],
        resources: partsOf(input).flatMap((part) =>
          projectsOf(input, part).map((project) => ref(project, 'arn')),
        ),
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
      // CodeBuild user guide, service role: it asks for both where it reads and writes artifacts.
      ...storeStatements(input, { bucket: ['s3:GetBucketAcl', 's3:GetBucketLocation'] }),
      allow('Logs', {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [template`${ref(logGroup(input), 'arn')}:*`],
      }),
      ...pushStatements(platform, component),
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

/** What one repository holds, and how what is made for it ends: the first one's has no ending. */
interface Part {
  readonly source: PipelineSource;
  readonly ending: string;
}

function partsOf({ component }: Input): readonly Part[] {
  return component.sources.map((source, index) => ({
    source,
    ending: index === 0 ? '' : `-${source.builds[0]}`,
  }));
}

function projectsOf(input: Input, { source, ending }: Part) {
  const { platform, component } = input;
  const repositories = repositoriesOf(platform, source.builds);
  return (['test', 'push'] as const).map((stage) =>
    resource(
      'aws_codebuild_project',
      labelOf(`${component.name}${ending}_${stage}`),
      {
        name: `${nameOf(platform, component)}${ending}-${stage}`,
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
            { name: 'REGISTRIES', value: registries(input) },
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

/** ECR's own addresses: whoever builds pushes to each of them. */
function registries({ platform, component }: Input) {
  const registry = platform.components[component.registry];
  return component.pushTo
    .map((region) => template`${registryAccount(registry, region)}.dkr.ecr.${region}.amazonaws.com`)
    .reduce((all, one) => template`${all} ${one}`);
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

/** A pipeline for each repository; also what notices are about. */
export function pipelinesOf(input: Input) {
  return partsOf(input).map((part) => pipelineOf(input, part));
}

function pipelineOf(input: Input, part: Part) {
  const { platform, component } = input;
  const { repository, branch } = part.source;
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
  const [test, push] = projectsOf(input, part);
  if (test === undefined || push === undefined) throw new Error('a pipeline has two projects');
  return resource('aws_codepipeline', labelOf(`${component.name}${part.ending}`), {
    name: `${nameOf(platform, component)}${part.ending}`,
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
