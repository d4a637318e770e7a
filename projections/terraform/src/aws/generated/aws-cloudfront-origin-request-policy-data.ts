// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudfrontOriginRequestPolicyData {
  readonly name?: Of<string>;
}

export interface Binding {
  readonly written: AwsCloudfrontOriginRequestPolicyData;
  readonly read:
    | keyof AwsCloudfrontOriginRequestPolicyData
    | 'arn'
    | 'comment'
    | 'cookies_config'
    | 'etag'
    | 'headers_config'
    | 'id'
    | 'query_strings_config';
}
