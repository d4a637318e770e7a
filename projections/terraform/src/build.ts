import type { Platform, Problem } from '@outrigger/model';
import { type RecoveryState, startState } from '@outrigger/recovery';
import { bootstrap } from './bootstrap.ts';
import type { TerraformFacets } from './facet.ts';
import { inputs, outputs, provider, versions } from './frame.ts';
import { type Gathered, gather, keyOf, type Module } from './gather.ts';
import type { Block } from './hcl/block.ts';
import { type Find, writeBlocks } from './hcl/write.ts';
import { folderOf, type Root } from './layers.ts';
import { account } from './lookups.ts';
import { lookUp, nameIn, type Wiring, wire } from './wiring.ts';

/** One file of the output. */
export interface TerraformFile {
  /** Below `terraform/`: `us-east-1/network/vpc.tf`. */
  readonly path: string;
  readonly root: Root;
  readonly text: string;
}

export interface TerraformBuild {
  /** In the order in which they are applied, and by name within a module. */
  readonly files: readonly TerraformFile[];
  /** `resource` blocks in all of them. */
  readonly resources: number;
  /** What would be refused; where there is one, nothing of it should be used. */
  readonly problems: readonly Problem[];
}

/** All Terraform of a platform; the same inputs give the same bytes. */
export function buildTerraform(
  platform: Platform,
  state: RecoveryState,
  facets: TerraformFacets,
): TerraformBuild {
  const gathered = gather(platform, state, facets);
  const wiring = withStart(wire(gathered), platform, state, gathered, facets);
  const modules: Module[] = [
    bootstrap(platform),
    ...[...gathered.modules.values()].filter(
      ({ root, files }) => files.size > 0 || wiring.told.has(folderOf(root)),
    ),
  ];
  const filled = modules.map((module) => ({
    root: module.root,
    files: withFrame(platform, module, wiring),
  }));
  const blocks = filled.flatMap(({ files }) => [...files.values()].flat());
  return {
    files: filled.flatMap(({ root, files }) => written(root, files, gathered)),
    resources: blocks.filter(({ type }) => type === 'resource').length,
    problems: gathered.problems,
  };
}

/** What would be refused, of a platform that need not be whole: nothing is joined or written. */
export function terraformProblems(
  platform: Platform,
  state: RecoveryState,
  facets: TerraformFacets,
): readonly Problem[] {
  return gather(platform, state, facets).problems;
}

/** What was told at the start is told for ever: what a recovery moved takes no parameter away. */
function withStart(
  wiring: Wiring,
  platform: Platform,
  state: RecoveryState,
  { publications }: Gathered,
  facets: TerraformFacets,
): Wiring {
  const begin = startState(platform);
  // Most platforms have never been recovered: they are at their start.
  const isThere = JSON.stringify(begin) === JSON.stringify(state);
  const start = isThere ? wiring : wire(gather(platform, begin, facets));
  const told = new Map(wiring.told);
  for (const [folder, first] of start.told) {
    const keys = [...first, ...(told.get(folder) ?? [])].map(keyOf);
    const all = [...new Set(keys)].sort().map((key) => publications.get(key));
    told.set(
      folder,
      all.filter((publication) => publication !== undefined),
    );
  }
  return { ...wiring, told };
}

function withFrame(
  platform: Platform,
  { root, files }: Module,
  { reads, told, asked }: Wiring,
): ReadonlyMap<string, readonly Block[]> {
  const all = new Map(files);
  const add = (file: string, blocks: readonly Block[]) => {
    if (blocks.length > 0) all.set(file, [...blocks, ...(all.get(file) ?? [])]);
  };
  const hasCharts = [...files.values()].flat().some(({ labels }) => labels[0] === 'helm');
  add('versions', versions(platform, root, hasCharts));
  add('provider', provider(platform, root));
  const folder = folderOf(root);
  const read = reads.get(folder) ?? [];
  if (read.length > 0) add('inputs', inputs(platform, root, read));
  add('variables', asked.get(folder) ?? []);
  add('outputs', outputs(platform, root, told.get(folder) ?? []));
  return all;
}

function written(
  root: Root,
  files: ReadonlyMap<string, readonly Block[]>,
  { publications }: Gathered,
): TerraformFile[] {
  const find: Find = (wanted) => nameIn(root, lookUp(root, wanted, publications));
  const folder = folderOf(root);
  const texts = new Map([...files].map(([file, blocks]) => [file, writeBlocks(blocks, find)]));
  const lookups = account([...texts.values()]);
  if (lookups.length > 0) texts.set('account', writeBlocks(lookups, find));
  return [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, text]) => ({ path: `${folder}/${file}.tf`, root, text }));
}
