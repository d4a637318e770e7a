// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsResourcegroupstaggingapiResourcesData<E> {
  readonly exclude_compliant_resources?: Of<boolean, E>;
  readonly include_compliance_details?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly resource_arn_list?: Of<readonly Needed<string, E>[], E>;
  readonly resource_type_filters?: Of<readonly Needed<string, E>[], E>;
  readonly tag_filter?: Inners<TagFilter<E>>;
}

interface TagFilter<E> {
  readonly key: Needed<string, E>;
  readonly values?: Of<readonly Needed<string, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsResourcegroupstaggingapiResourcesData<E>;
  readonly read:
    | keyof AwsResourcegroupstaggingapiResourcesData<E>
    | 'id'
    | 'resource_tag_mapping_list';
}
