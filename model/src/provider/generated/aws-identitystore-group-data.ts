// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsIdentitystoreGroupData<E> {
  readonly group_id?: Of<string, E>;
  readonly identity_store_id: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly alternate_identifier?: Inner<AlternateIdentifier<E>>;
}

interface AlternateIdentifier<E> {
  readonly external_id?: Inner<ExternalId<E>>;
  readonly unique_attribute?: Inner<UniqueAttribute<E>>;
}

interface ExternalId<E> {
  readonly id: Needed<string, E>;
  readonly issuer: Needed<string, E>;
}

interface UniqueAttribute<E> {
  readonly attribute_path: Needed<string, E>;
  readonly attribute_value: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIdentitystoreGroupData<E>;
  readonly read:
    | keyof AwsIdentitystoreGroupData<E>
    | 'description'
    | 'display_name'
    | 'external_ids'
    | 'id';
}
