// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEcrRepository {
  readonly force_delete?: Of<boolean>;
  readonly image_tag_mutability?: Of<string>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly encryption_configuration?: Inners<EncryptionConfiguration>;
  readonly image_scanning_configuration?: Inner<ImageScanningConfiguration>;
  readonly image_tag_mutability_exclusion_filter?: Inners<ImageTagMutabilityExclusionFilter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface EncryptionConfiguration {
  readonly encryption_type?: Of<string>;
  readonly kms_key?: Of<string>;
}

interface ImageScanningConfiguration {
  readonly scan_on_push: Needed<boolean>;
}

interface ImageTagMutabilityExclusionFilter {
  readonly filter: Needed<string>;
  readonly filter_type: Needed<string>;
}

interface Timeouts {
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEcrRepository;
  readonly read:
    | keyof AwsEcrRepository
    | 'arn'
    | 'id'
    | 'registry_id'
    | 'repository_url'
    | 'tags_all';
}
