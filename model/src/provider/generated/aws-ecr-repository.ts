// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEcrRepository<E> {
  readonly force_delete?: Of<boolean, E>;
  readonly image_tag_mutability?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly encryption_configuration?: Inners<EncryptionConfiguration<E>>;
  readonly image_scanning_configuration?: Inner<ImageScanningConfiguration<E>>;
  readonly image_tag_mutability_exclusion_filter?: Inners<ImageTagMutabilityExclusionFilter<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface EncryptionConfiguration<E> {
  readonly encryption_type?: Of<string, E>;
  readonly kms_key?: Of<string, E>;
}

interface ImageScanningConfiguration<E> {
  readonly scan_on_push: Needed<boolean, E>;
}

interface ImageTagMutabilityExclusionFilter<E> {
  readonly filter: Needed<string, E>;
  readonly filter_type: Needed<string, E>;
}

interface Timeouts<E> {
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEcrRepository<E>;
  readonly read:
    | keyof AwsEcrRepository<E>
    | 'arn'
    | 'id'
    | 'registry_id'
    | 'repository_url'
    | 'tags_all';
}
