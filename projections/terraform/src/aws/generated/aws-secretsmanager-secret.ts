// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecret {
  readonly description?: Of<string>;
  readonly force_overwrite_replica_secret?: Of<boolean>;
  readonly kms_key_id?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly policy?: Of<string>;
  readonly recovery_window_in_days?: Of<number>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly type?: Of<string>;
  readonly replica?: Inners<Replica>;
}

interface Replica {
  readonly kms_key_id?: Of<string>;
  readonly region: Needed<string>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecret;
  readonly read:
    | keyof AwsSecretsmanagerSecret
    | 'arn'
    | 'id'
    | 'tags_all';
}
