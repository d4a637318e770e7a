// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEcrRepositoryData<E> {
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly registry_id?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsEcrRepositoryData<E>;
  readonly read:
    | keyof AwsEcrRepositoryData<E>
    | 'arn'
    | 'encryption_configuration'
    | 'id'
    | 'image_scanning_configuration'
    | 'image_tag_mutability'
    | 'image_tag_mutability_exclusion_filter'
    | 'most_recent_image_tags'
    | 'repository_url';
}
