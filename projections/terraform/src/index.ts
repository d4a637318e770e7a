/**
 * From a platform to Terraform: HCL in files per concern, one root module for each layer of each
 * region. Facets say what a component needs; this package puts it where it belongs, joins what
 * crosses layers, and writes it. It reads no file, calls no AWS, and never runs Terraform.
 */

export { labelOf } from '@outrigger/model';
export { isArnOf } from './asked.ts';
export { bucketKept, noAccessLogs } from './bucket.ts';
export {
  buildTerraform,
  type TerraformBuild,
  type TerraformFile,
  terraformProblems,
} from './build.ts';
export { foundIn, identified, tagFilters } from './existing.ts';
export type {
  Found,
  Fragment,
  LayerFragment,
  RegionInput,
  TerraformFacet,
  TerraformFacets,
  TerraformInput,
  WideFragment,
} from './facet.ts';
export { parameter } from './frame.ts';
export type { Block } from './hcl/block.ts';
export {
  call,
  type Expression,
  hcl,
  heredoc,
  published,
  publishedIn,
  template,
  type Value,
} from './hcl/value.ts';
export { folderOf, type Layer, layers, type Root } from './layers.ts';
export { accountId, arnOf, partition } from './lookups.ts';
export {
  accountRoot,
  allow,
  assumedBy,
  deny,
  keyPolicy,
  type PolicyCondition,
  type Principals,
  policyDocument,
  type Statement,
} from './policy.ts';
export {
  encryptionKey,
  forAutoScaling,
  forEventBridge,
  forLogs,
  forService,
  managedPolicy,
  retentionInDays,
  serviceRole,
} from './recipes.ts';
export {
  type Addressed,
  data,
  ephemeral,
  imported,
  output,
  ref,
  refInto,
  removed,
  resource,
  variable,
} from './resource.ts';
