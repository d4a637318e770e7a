// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSnsTopic<E> {
  readonly application_failure_feedback_role_arn?: Of<string, E>;
  readonly application_success_feedback_role_arn?: Of<string, E>;
  readonly application_success_feedback_sample_rate?: Of<number, E>;
  readonly archive_policy?: Of<string, E>;
  readonly content_based_deduplication?: Of<boolean, E>;
  readonly delivery_policy?: Of<string, E>;
  readonly display_name?: Of<string, E>;
  readonly fifo_throughput_scope?: Of<string, E>;
  readonly fifo_topic?: Of<boolean, E>;
  readonly firehose_failure_feedback_role_arn?: Of<string, E>;
  readonly firehose_success_feedback_role_arn?: Of<string, E>;
  readonly firehose_success_feedback_sample_rate?: Of<number, E>;
  readonly http_failure_feedback_role_arn?: Of<string, E>;
  readonly http_success_feedback_role_arn?: Of<string, E>;
  readonly http_success_feedback_sample_rate?: Of<number, E>;
  readonly kms_master_key_id?: Of<string, E>;
  readonly lambda_failure_feedback_role_arn?: Of<string, E>;
  readonly lambda_success_feedback_role_arn?: Of<string, E>;
  readonly lambda_success_feedback_sample_rate?: Of<number, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly policy?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly signature_version?: Of<number, E>;
  readonly sqs_failure_feedback_role_arn?: Of<string, E>;
  readonly sqs_success_feedback_role_arn?: Of<string, E>;
  readonly sqs_success_feedback_sample_rate?: Of<number, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly tracing_config?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSnsTopic<E>;
  readonly read:
    | keyof AwsSnsTopic<E>
    | 'arn'
    | 'beginning_archive_time'
    | 'id'
    | 'owner'
    | 'tags_all';
}
