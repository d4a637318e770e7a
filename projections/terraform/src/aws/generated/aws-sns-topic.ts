// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSnsTopic {
  readonly application_failure_feedback_role_arn?: Of<string>;
  readonly application_success_feedback_role_arn?: Of<string>;
  readonly application_success_feedback_sample_rate?: Of<number>;
  readonly archive_policy?: Of<string>;
  readonly content_based_deduplication?: Of<boolean>;
  readonly delivery_policy?: Of<string>;
  readonly display_name?: Of<string>;
  readonly fifo_throughput_scope?: Of<string>;
  readonly fifo_topic?: Of<boolean>;
  readonly firehose_failure_feedback_role_arn?: Of<string>;
  readonly firehose_success_feedback_role_arn?: Of<string>;
  readonly firehose_success_feedback_sample_rate?: Of<number>;
  readonly http_failure_feedback_role_arn?: Of<string>;
  readonly http_success_feedback_role_arn?: Of<string>;
  readonly http_success_feedback_sample_rate?: Of<number>;
  readonly kms_master_key_id?: Of<string>;
  readonly lambda_failure_feedback_role_arn?: Of<string>;
  readonly lambda_success_feedback_role_arn?: Of<string>;
  readonly lambda_success_feedback_sample_rate?: Of<number>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly policy?: Of<string>;
  readonly region?: Of<string>;
  readonly signature_version?: Of<number>;
  readonly sqs_failure_feedback_role_arn?: Of<string>;
  readonly sqs_success_feedback_role_arn?: Of<string>;
  readonly sqs_success_feedback_sample_rate?: Of<number>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly tracing_config?: Of<string>;
}

export interface Binding {
  readonly written: AwsSnsTopic;
  readonly read:
    | keyof AwsSnsTopic
    | 'arn'
    | 'beginning_archive_time'
    | 'id'
    | 'owner'
    | 'tags_all';
}
