// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsBackupPlan {
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly advanced_backup_setting?: Inners<AdvancedBackupSetting>;
  readonly rule: Several<Rule>;
  readonly scan_setting?: Inners<ScanSetting>;
}

interface AdvancedBackupSetting {
  readonly backup_options: Needed<{ readonly [key: string]: Of<string> }>;
  readonly resource_type: Needed<string>;
}

interface Rule {
  readonly completion_window?: Of<number>;
  readonly enable_continuous_backup?: Of<boolean>;
  readonly recovery_point_tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly rule_name: Needed<string>;
  readonly schedule?: Of<string>;
  readonly schedule_expression_timezone?: Of<string>;
  readonly start_window?: Of<number>;
  readonly target_logically_air_gapped_backup_vault_arn?: Of<string>;
  readonly target_vault_name: Needed<string>;
  readonly copy_action?: Inners<CopyAction>;
  readonly lifecycle?: Inner<RuleLifecycle>;
  readonly scan_action?: Inners<ScanAction>;
}

interface CopyAction {
  readonly destination_vault_arn: Needed<string>;
  readonly lifecycle?: Inner<Lifecycle>;
}

interface Lifecycle {
  readonly cold_storage_after?: Of<number>;
  readonly delete_after?: Of<number>;
  readonly opt_in_to_archive_for_supported_resources?: Of<boolean>;
}

interface RuleLifecycle {
  readonly cold_storage_after?: Of<number>;
  readonly delete_after?: Of<number>;
  readonly opt_in_to_archive_for_supported_resources?: Of<boolean>;
}

interface ScanAction {
  readonly malware_scanner: Needed<string>;
  readonly scan_mode: Needed<string>;
}

interface ScanSetting {
  readonly malware_scanner: Needed<string>;
  readonly resource_types: Needed<readonly Needed<string>[]>;
  readonly scanner_role_arn: Needed<string>;
}

export interface Binding {
  readonly written: AwsBackupPlan;
  readonly read:
    | keyof AwsBackupPlan
    | 'arn'
    | 'id'
    | 'tags_all'
    | 'version';
}
