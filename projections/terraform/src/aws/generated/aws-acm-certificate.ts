// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAcmCertificate {
  readonly certificate_authority_arn?: Of<string>;
  readonly certificate_body?: Of<string>;
  readonly certificate_chain?: Of<string>;
  readonly domain_name?: Of<string>;
  readonly early_renewal_duration?: Of<string>;
  readonly key_algorithm?: Of<string>;
  readonly private_key?: Of<string>;
  readonly private_key_wo?: Of<string>;
  readonly private_key_wo_version?: Of<number>;
  readonly region?: Of<string>;
  readonly subject_alternative_names?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly validation_method?: Of<string>;
  readonly options?: Inner<Options>;
  readonly validation_option?: Inners<ValidationOption>;
}

interface Options {
  readonly certificate_transparency_logging_preference?: Of<string>;
  readonly export?: Of<string>;
}

interface ValidationOption {
  readonly domain_name: Needed<string>;
  readonly validation_domain: Needed<string>;
}

export interface Binding {
  readonly written: AwsAcmCertificate;
  readonly read:
    | keyof AwsAcmCertificate
    | 'arn'
    | 'domain_validation_options'
    | 'id'
    | 'not_after'
    | 'not_before'
    | 'pending_renewal'
    | 'renewal_eligibility'
    | 'renewal_summary'
    | 'status'
    | 'tags_all'
    | 'type'
    | 'validation_emails';
}
