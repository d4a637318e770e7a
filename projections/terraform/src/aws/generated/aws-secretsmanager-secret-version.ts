// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretVersion {
  readonly region?: Of<string>;
  readonly secret_binary?: Of<string>;
  readonly secret_id: Needed<string>;
  readonly secret_string?: Of<string>;
  readonly secret_string_wo?: Of<string>;
  readonly secret_string_wo_version?: Of<number>;
  readonly version_stages?: Of<readonly Needed<string>[]>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecretVersion;
  readonly read:
    | keyof AwsSecretsmanagerSecretVersion
    | 'arn'
    | 'has_secret_string_wo'
    | 'id'
    | 'secret_arn'
    | 'version_id';
}
