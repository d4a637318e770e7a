// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsIdentitystoreGroupData {
  readonly group_id?: Of<string>;
  readonly identity_store_id: Needed<string>;
  readonly region?: Of<string>;
  readonly alternate_identifier?: Inner<AlternateIdentifier>;
}

interface AlternateIdentifier {
  readonly external_id?: Inner<ExternalId>;
  readonly unique_attribute?: Inner<UniqueAttribute>;
}

interface ExternalId {
  readonly id: Needed<string>;
  readonly issuer: Needed<string>;
}

interface UniqueAttribute {
  readonly attribute_path: Needed<string>;
  readonly attribute_value: Needed<string>;
}

export interface Binding {
  readonly written: AwsIdentitystoreGroupData;
  readonly read:
    | keyof AwsIdentitystoreGroupData
    | 'description'
    | 'display_name'
    | 'external_ids'
    | 'id';
}
