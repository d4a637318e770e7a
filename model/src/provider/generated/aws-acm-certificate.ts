// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAcmCertificate<E> {
  readonly certificate_authority_arn?: Of<string, E>;
  readonly certificate_body?: Of<string, E>;
  readonly certificate_chain?: Of<string, E>;
  readonly domain_name?: Of<string, E>;
  readonly early_renewal_duration?: Of<string, E>;
  readonly key_algorithm?: Of<string, E>;
  readonly private_key?: Of<string, E>;
  readonly private_key_wo?: Of<string, E>;
  readonly private_key_wo_version?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly subject_alternative_names?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly validation_method?: Of<string, E>;
  readonly options?: Inner<Options<E>>;
  readonly validation_option?: Inners<ValidationOption<E>>;
}

interface Options<E> {
  readonly certificate_transparency_logging_preference?: Of<string, E>;
  readonly export?: Of<string, E>;
}

interface ValidationOption<E> {
  readonly domain_name: Needed<string, E>;
  readonly validation_domain: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAcmCertificate<E>;
  readonly read:
    | keyof AwsAcmCertificate<E>
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
