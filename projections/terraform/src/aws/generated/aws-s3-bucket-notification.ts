// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsS3BucketNotification {
  readonly bucket: Needed<string>;
  readonly eventbridge?: Of<boolean>;
  readonly region?: Of<string>;
  readonly lambda_function?: Inners<LambdaFunction>;
  readonly queue?: Inners<Queue>;
  readonly topic?: Inners<Topic>;
}

interface LambdaFunction {
  readonly events: Needed<readonly Needed<string>[]>;
  readonly filter_prefix?: Of<string>;
  readonly filter_suffix?: Of<string>;
  readonly id?: Of<string>;
  readonly lambda_function_arn?: Of<string>;
}

interface Queue {
  readonly events: Needed<readonly Needed<string>[]>;
  readonly filter_prefix?: Of<string>;
  readonly filter_suffix?: Of<string>;
  readonly id?: Of<string>;
  readonly queue_arn: Needed<string>;
}

interface Topic {
  readonly events: Needed<readonly Needed<string>[]>;
  readonly filter_prefix?: Of<string>;
  readonly filter_suffix?: Of<string>;
  readonly id?: Of<string>;
  readonly topic_arn: Needed<string>;
}

export interface Binding {
  readonly written: AwsS3BucketNotification;
  readonly read:
    | keyof AwsS3BucketNotification
    | 'id';
}
