// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecret<E> {
  readonly description?: Of<string, E>;
  readonly force_overwrite_replica_secret?: Of<boolean, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly policy?: Of<string, E>;
  readonly recovery_window_in_days?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly type?: Of<string, E>;
  readonly replica?: Inners<Replica<E>>;
}

interface Replica<E> {
  readonly kms_key_id?: Of<string, E>;
  readonly region: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerSecret<E>;
  readonly read:
    | keyof AwsSecretsmanagerSecret<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
