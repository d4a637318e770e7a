import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { integer, regionName, regionNames } from '../fields.ts';
import {
  allRegions,
  defineKind,
  listOf,
  type Surroundings,
  startRegion,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';

/** ECR. Only images pushed after replication was set up are replicated. */
export interface ContainerRegistry extends ComponentBase {
  readonly kind: 'container-registry';
  /** Where images are pushed. */
  readonly writerIn: string;
  /** Where they are too: copied, but for what a pipeline pushes there itself. */
  readonly replicateTo: readonly string[];
  readonly scanOnPush: boolean;
  readonly immutableTags: boolean;
  /** Images kept of each repository, the newest. */
  readonly imagesMax: number;
}

const schema = z.strictObject({
  kind: z.literal('container-registry'),
  writerIn: regionName().optional().describe('Where images are pushed. Default: the primary.'),
  replicateTo: regionNames().optional().describe('Default: every other region.'),
  scanOnPush: z.boolean().optional().describe('Default true.'),
  immutableTags: z.boolean().optional().describe('A tag is never moved. Default true.'),
  imagesMax: integer(1, 10_000, 'images')
    .optional()
    .describe('Images kept of each repository. Default 100.'),
  ...commonFields,
});

type WrittenRegistry = z.output<typeof schema>;

export function isWrittenRegistry(
  component: WrittenComponent | undefined,
): component is WrittenRegistry {
  return component?.kind === 'container-registry';
}

/** Where images are pushed first. */
export function registryWriter(written: WrittenRegistry, around: Surroundings): string {
  return written.writerIn ?? startRegion(around);
}

/** Every region that has its images. */
export function registryRegions(written: WrittenRegistry, around: Surroundings): readonly string[] {
  return [registryWriter(written, around), ...targets(written, around)];
}

function targets(written: WrittenRegistry, around: Surroundings): readonly string[] {
  const writer = registryWriter(written, around);
  const named = written.replicateTo === undefined ? null : listOf(written.replicateTo);
  return around.regions
    .map((region) => region.name)
    .filter((name) => name !== writer && (named === null || named.includes(name)));
}

function check(written: WrittenRegistry, around: Surroundings, tell: Tell): void {
  if (written.replicateTo === undefined) return;
  const writer = registryWriter(written, around);
  const index = listOf(written.replicateTo).indexOf(writer);
  if (index >= 0) {
    const field = typeof written.replicateTo === 'string' ? [] : [index];
    tell(['replicateTo', ...field], 'is where images are pushed already', 'name another region');
  }
  const known = around.regions.map((region) => region.name);
  if (!listOf(written.replicateTo).every((name) => known.includes(name))) return;
  const missing = around.regions
    .map((region) => region.name)
    .filter((name) => name !== writer && !targets(written, around).includes(name));
  if (around.strategy !== 'backup-restore' && missing.length > 0) {
    tell(
      ['replicateTo'],
      `leaves ${missing.join(', ')} without images: no pod could start there`,
      'leave it out, then every other region has them',
    );
  }
}

export const containerRegistry = defineKind({
  kind: 'container-registry',
  title: 'ECR',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicateTo'],
  name: { lengthMax: 256, because: "ECR's limit for repositories" },
  check,
  resolve: (written, around, fill, name): ContainerRegistry => {
    const writerIn = fill(
      ['writerIn'],
      written.writerIn,
      startRegion(around),
      'the region that serves at the start',
    );
    const replicateTo = fill(
      ['replicateTo'],
      written.replicateTo === undefined ? undefined : targets(written, around),
      targets(written, around),
      'a region starts pods from its own registry',
    );
    return {
      kind: 'container-registry',
      ...fillBase(
        name,
        allRegions(around).filter((region) => region === writerIn || replicateTo.includes(region)),
        written,
      ),
      writerIn,
      replicateTo,
      scanOnPush: fill(['scanOnPush'], written.scanOnPush, true, 'known faults are found early'),
      immutableTags: fill(
        ['immutableTags'],
        written.immutableTags,
        true,
        'both regions run the same bytes under the same tag',
      ),
      imagesMax: fill(['imagesMax'], written.imagesMax, 100, 'enough to roll back far'),
    };
  },
});
