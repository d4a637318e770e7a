// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksNodeGroup {
  readonly ami_type?: Of<string>;
  readonly capacity_type?: Of<string>;
  readonly cluster_name: Needed<string>;
  readonly disk_size?: Of<number>;
  readonly force_update_version?: Of<boolean>;
  readonly instance_types?: Of<readonly Needed<string>[]>;
  readonly labels?: Of<{ readonly [key: string]: Of<string> }>;
  readonly node_group_name?: Of<string>;
  readonly node_group_name_prefix?: Of<string>;
  readonly node_role_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly release_version?: Of<string>;
  readonly subnet_ids: Needed<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly version?: Of<string>;
  readonly launch_template?: Inner<LaunchTemplate>;
  readonly node_repair_config?: Inner<NodeRepairConfig>;
  readonly remote_access?: Inner<RemoteAccess>;
  readonly scaling_config: ScalingConfig;
  readonly taint?: Inners<Taint>;
  readonly timeouts?: Inner<Timeouts>;
  readonly update_config?: Inner<UpdateConfig>;
  readonly warm_pool_config?: Inner<WarmPoolConfig>;
}

interface LaunchTemplate {
  readonly id?: Of<string>;
  readonly name?: Of<string>;
  readonly version: Needed<string>;
}

interface NodeRepairConfig {
  readonly enabled?: Of<boolean>;
  readonly max_parallel_nodes_repaired_count?: Of<number>;
  readonly max_parallel_nodes_repaired_percentage?: Of<number>;
  readonly max_unhealthy_node_threshold_count?: Of<number>;
  readonly max_unhealthy_node_threshold_percentage?: Of<number>;
  readonly node_repair_config_overrides?: Inners<NodeRepairConfigOverrides>;
}

interface NodeRepairConfigOverrides {
  readonly min_repair_wait_time_mins: Needed<number>;
  readonly node_monitoring_condition: Needed<string>;
  readonly node_unhealthy_reason: Needed<string>;
  readonly repair_action: Needed<string>;
}

interface RemoteAccess {
  readonly ec2_ssh_key?: Of<string>;
  readonly source_security_group_ids?: Of<readonly Needed<string>[]>;
}

interface ScalingConfig {
  readonly desired_size: Needed<number>;
  readonly max_size: Needed<number>;
  readonly min_size: Needed<number>;
}

interface Taint {
  readonly effect: Needed<string>;
  readonly key: Needed<string>;
  readonly value?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface UpdateConfig {
  readonly max_unavailable?: Of<number>;
  readonly max_unavailable_percentage?: Of<number>;
  readonly update_strategy?: Of<string>;
}

interface WarmPoolConfig {
  readonly max_group_prepared_capacity?: Of<number>;
  readonly min_size?: Of<number>;
  readonly pool_state?: Of<string>;
  readonly reuse_on_scale_in?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsEksNodeGroup;
  readonly read:
    | keyof AwsEksNodeGroup
    | 'arn'
    | 'id'
    | 'resources'
    | 'status'
    | 'tags_all';
}
