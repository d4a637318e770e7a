// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import { arguments1 } from './arguments-1.ts';
import { arguments2 } from './arguments-2.ts';
import { arguments3 } from './arguments-3.ts';

/** What may be written in a resource, nested, by type; see `argument-tree.ts`. */
export const argumentTrees: { readonly [type: string]: string } = {
  ...arguments1,
  ...arguments2,
  ...arguments3,
};
