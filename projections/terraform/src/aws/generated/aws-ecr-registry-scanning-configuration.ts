// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of, Several } from '../of.ts';

export interface AwsEcrRegistryScanningConfiguration {
  readonly region?: Of<string>;
  readonly scan_type: Needed<string>;
  readonly rule?: Inners<Rule>;
}

interface Rule {
  readonly scan_frequency: Needed<string>;
  readonly repository_filter: Several<RepositoryFilter>;
}

interface RepositoryFilter {
  readonly filter: Needed<string>;
  readonly filter_type: Needed<string>;
}

export interface Binding {
  readonly written: AwsEcrRegistryScanningConfiguration;
  readonly read:
    | keyof AwsEcrRegistryScanningConfiguration
    | 'id'
    | 'registry_id';
}
