// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsCloudfrontOriginAccessControl<E> {
  readonly description?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly origin_access_control_origin_type: Needed<string, E>;
  readonly signing_behavior: Needed<string, E>;
  readonly signing_protocol: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudfrontOriginAccessControl<E>;
  readonly read:
    | keyof AwsCloudfrontOriginAccessControl<E>
    | 'arn'
    | 'etag'
    | 'id';
}
