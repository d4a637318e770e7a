import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, pattern, regionName, regionNames } from '../fields.ts';
import { repositoryOf } from '../images.ts';
import {
  allRegions,
  defineKind,
  listOf,
  type Surroundings,
  startRegion,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { mendName } from '../near.ts';
import { isWrittenRegistry, registryRegions, registryWriter } from './container-registry.ts';
import { isWrittenService } from './service.ts';

/** From a change of the source to images in the registry, and on to what runs. */
export interface Pipeline extends ComponentBase {
  readonly kind: 'pipeline';
  readonly by: 'codepipeline' | 'jenkins';
  /** Where it runs: outside every region but one, which a recovery does not need. */
  readonly runsIn: string;
  /** Where the code is: a change of one of them builds what is in it, and nothing else. */
  readonly sources: readonly PipelineSource[];
  /** Services whose images it builds. */
  readonly builds: readonly string[];
  /** A container-registry. */
  readonly registry: string;
  /** Regions whose registry it pushes to; the registry copies its images to its others. */
  readonly pushTo: readonly string[];
  /** Before an image is built, and after: in this order. */
  readonly stages: readonly Stage[];
  /** Who brings a new image to the clusters. */
  readonly deploys: { readonly by: 'argo-cd' | 'jenkins'; readonly manifests: Source | null };
  /** AWS Chatbot tells how it went; null: nobody is told. */
  readonly chat: { readonly workspace: string; readonly channel: string } | null;
  /** A kubernetes-cluster, for Jenkins; null for CodePipeline. */
  readonly in: string | null;
}

export type Stage = 'test' | 'build' | 'push' | 'deploy';

export interface Source {
  readonly provider: 'github';
  /** `example/shop` */
  readonly repository: string;
  readonly branch: string;
}

export interface PipelineSource extends Source {
  /** Services whose code is in it. */
  readonly builds: readonly string[];
}

const source = z.strictObject({
  repository: pattern(
    /^[\w.-]+\/[\w.-]+$/,
    'is not a repository of GitHub',
    "write its owner and its name, like 'example/shop'",
  ).describe("Owner and name, like 'example/shop'."),
  branch: z
    .string()
    .min(1, { error: "is empty\nwrite one, like 'main'" })
    .optional()
    .describe('Default main.'),
});

const schema = z.strictObject({
  kind: z.literal('pipeline'),
  by: z.enum(['codepipeline', 'jenkins']).describe('What runs it.'),
  runsIn: regionName().optional().describe('The region that it runs in. Default: the primary.'),
  in: componentName().optional().describe('The cluster that Jenkins runs in.'),
  source: source.describe('The repository on GitHub that it builds.'),
  sources: z
    .record(z.string(), source)
    .optional()
    .describe('Services whose code is in another repository: { app: { repository } }.'),
  builds: z
    .array(componentName())
    .optional()
    .describe('Default: every service, but for images of other registries.'),
  registry: componentName().describe('Where images are pushed.'),
  pushTo: regionNames()
    .optional()
    .describe('Regions whose registry it pushes to. Default: the first, which is copied.'),
  deploys: z
    .enum(['argo-cd', 'jenkins'])
    .optional()
    .describe('Who brings an image to the clusters. Default argo-cd, but jenkins for Jenkins.'),
  manifests: source.optional().describe('The repository that Argo CD polls.'),
  chat: z
    .strictObject({
      workspace: pattern(
        /^[0-9A-Z]{1,255}$/,
        'is not the id of a Slack workspace',
        "write it as Slack shows it, like 'T07EA123LEP'",
      ).describe("Slack's id of the workspace."),
      channel: pattern(
        /^[A-Z0-9]{1,15}$/,
        'is not the id of a Slack channel',
        "write it as Slack shows it, like 'C07EZ1ABC23'",
      ).describe("Slack's id of the channel."),
    })
    .optional()
    .describe('Whom AWS Chatbot tells how it went.'),
  ...commonFields,
});

type WrittenPipeline = z.output<typeof schema>;
type WrittenSource = z.output<typeof source>;

function check(written: WrittenPipeline, around: Surroundings, tell: Tell): void {
  const { by, deploys, manifests } = written;
  if (by === 'jenkins' && written.in === undefined) {
    tell(['in'], 'is missing: Jenkins runs in a cluster', 'name a kubernetes-cluster');
  }
  if (by === 'codepipeline' && written.in !== undefined) {
    tell(['in'], 'is for Jenkins: CodePipeline runs in no cluster', 'leave it out');
  }
  if (by === 'jenkins' && written.chat !== undefined) {
    const wrong = 'is told by AWS Chatbot, which knows CodePipeline only';
    tell(['chat'], wrong, "leave it out, or write by: 'codepipeline'");
  }
  if (by === 'codepipeline' && deploys === 'jenkins') {
    tell(['deploys'], 'runs nowhere here', "write 'argo-cd', or by: 'jenkins'");
  }
  if (manifests !== undefined && (deploys ?? defaultDeploys(by)) !== 'argo-cd') {
    tell(['manifests'], 'is polled by Argo CD alone', "write deploys: 'argo-cd', or leave it out");
  }
  const builds = written.builds ?? services(around);
  for (const name of Object.keys(written.sources ?? {})) {
    if (builds.includes(name)) continue;
    tell(['sources', name], 'is not among what it builds', mendName(name, builds));
  }
  written.builds?.forEach((name, index) => {
    if (isOurs(around.components.get(name))) return;
    const wrong = 'runs an image of another registry, which nothing pushes to';
    tell(['builds', index], wrong, 'leave it out, or give it an image without a host');
  });
  checkPushTo(written, around, tell);
}

/** The first registry is what the others are copied from, for what somebody else pushes too. */
function checkPushTo({ pushTo, registry }: WrittenPipeline, around: Surroundings, tell: Tell) {
  const target = around.components.get(registry);
  if (pushTo === undefined || !isWrittenRegistry(target)) return;
  const [first, known] = [registryWriter(target, around), registryRegions(target, around)];
  listOf(pushTo).forEach((region, index) => {
    if (known.includes(region) || !allRegions(around).includes(region)) return;
    const field = typeof pushTo === 'string' ? [] : [index];
    tell(['pushTo', ...field], `has no ${registry} to push to`, mendName(region, known));
  });
  if (listOf(pushTo).includes(first)) return;
  tell(['pushTo'], `leaves out ${first}, where ${registry} is written`, `add '${first}'`);
}

function defaultDeploys(by: WrittenPipeline['by']): 'argo-cd' | 'jenkins' {
  return by === 'jenkins' ? 'jenkins' : 'argo-cd';
}

function sourceOf(written: WrittenSource): Source {
  return { provider: 'github', repository: written.repository, branch: written.branch ?? 'main' };
}

/** As they are named first; services of one repository and branch are built together. */
function sourcesOf(written: WrittenPipeline, builds: readonly string[]): PipelineSource[] {
  const own = builds.map((name) => ({
    name,
    ...sourceOf(written.sources?.[name] ?? written.source),
  }));
  const keyOf = ({ repository, branch }: Source) => `${repository} ${branch}`;
  return [...new Set(own.map(keyOf))].flatMap((key) => {
    const [first, ...rest] = own.filter((one) => keyOf(one) === key);
    if (first === undefined) return [];
    const { name, ...where } = first;
    return [{ ...where, builds: [name, ...rest.map((other) => other.name)] }];
  });
}

function pushedTo(written: WrittenPipeline, around: Surroundings): readonly string[] {
  const target = around.components.get(written.registry);
  const first = isWrittenRegistry(target) ? registryWriter(target, around) : startRegion(around);
  const named = written.pushTo === undefined ? [first] : listOf(written.pushTo);
  return [first, ...allRegions(around).filter((name) => name !== first && named.includes(name))];
}

function isOurs(component: WrittenComponent | undefined): boolean {
  return !isWrittenService(component) || repositoryOf(component.image) !== null;
}

/** All whose images are in our own registry. */
function services(around: Surroundings): string[] {
  return [...around.components].flatMap(([name, component]) =>
    isWrittenService(component) && isOurs(component) ? [name] : [],
  );
}

export const pipeline = defineKind({
  kind: 'pipeline',
  title: 'Delivery: CodePipeline or Jenkins',
  scope: 'global',
  schema,
  references: {
    in: ['kubernetes-cluster'],
    builds: ['service'],
    registry: ['container-registry'],
  },
  regionReferences: ['runsIn', 'pushTo'],
  name: { lengthMax: 63, because: "a label; CodePipeline's own limit is 100" },
  check,
  resolve: (written, around, fill, name): Pipeline => {
    const by = fill(
      ['deploys'],
      written.deploys,
      defaultDeploys(written.by),
      written.by === 'jenkins' ? 'Jenkins is there already' : 'clusters fetch what they run',
    );
    const builds = fill(
      ['builds'],
      written.builds,
      services(around),
      'every service whose image is in the registry',
    );
    return {
      kind: 'pipeline',
      ...fillBase(name, allRegions(around), written),
      by: written.by,
      runsIn: fill(
        ['runsIn'],
        written.runsIn,
        startRegion(around),
        'where images are pushed first; a recovery builds none',
      ),
      sources: sourcesOf(written, builds),
      builds,
      registry: written.registry,
      pushTo: fill(
        ['pushTo'],
        written.pushTo === undefined ? undefined : pushedTo(written, around),
        pushedTo(written, around),
        'the registry copies what is pushed there',
      ),
      stages: fill(
        ['stages'],
        undefined,
        by === 'jenkins' ? ['test', 'build', 'push', 'deploy'] : ['test', 'build', 'push'],
        by === 'jenkins' ? 'Jenkins deploys too' : 'Argo CD deploys what was pushed',
      ),
      deploys: {
        by,
        manifests: written.manifests === undefined ? null : sourceOf(written.manifests),
      },
      chat: written.chat ?? null,
      in: written.in ?? null,
    };
  },
});
