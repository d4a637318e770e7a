// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsResourcegroupstaggingapiResourcesData {
  readonly exclude_compliant_resources?: Of<boolean>;
  readonly include_compliance_details?: Of<boolean>;
  readonly region?: Of<string>;
  readonly resource_arn_list?: Of<readonly Needed<string>[]>;
  readonly resource_type_filters?: Of<readonly Needed<string>[]>;
  readonly tag_filter?: Inners<TagFilter>;
}

interface TagFilter {
  readonly key: Needed<string>;
  readonly values?: Of<readonly Needed<string>[]>;
}

export interface Binding {
  readonly written: AwsResourcegroupstaggingapiResourcesData;
  readonly read:
    | keyof AwsResourcegroupstaggingapiResourcesData
    | 'id'
    | 'resource_tag_mapping_list';
}
