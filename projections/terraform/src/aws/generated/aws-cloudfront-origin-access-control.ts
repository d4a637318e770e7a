// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsCloudfrontOriginAccessControl {
  readonly description?: Of<string>;
  readonly name: Needed<string>;
  readonly origin_access_control_origin_type: Needed<string>;
  readonly signing_behavior: Needed<string>;
  readonly signing_protocol: Needed<string>;
}

export interface Binding {
  readonly written: AwsCloudfrontOriginAccessControl;
  readonly read:
    | keyof AwsCloudfrontOriginAccessControl
    | 'arn'
    | 'etag'
    | 'id';
}
