// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsSubnetsData {
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly filter?: Inners<Filter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Timeouts {
  readonly read?: Of<string>;
}

export interface Binding {
  readonly written: AwsSubnetsData;
  readonly read:
    | keyof AwsSubnetsData
    | 'id'
    | 'ids';
}
