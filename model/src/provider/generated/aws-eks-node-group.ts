// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksNodeGroup<E> {
  readonly ami_type?: Of<string, E>;
  readonly capacity_type?: Of<string, E>;
  readonly cluster_name: Needed<string, E>;
  readonly disk_size?: Of<number, E>;
  readonly force_update_version?: Of<boolean, E>;
  readonly instance_types?: Of<readonly Needed<string, E>[], E>;
  readonly labels?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly node_group_name?: Of<string, E>;
  readonly node_group_name_prefix?: Of<string, E>;
  readonly node_role_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly release_version?: Of<string, E>;
  readonly subnet_ids: Needed<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly version?: Of<string, E>;
  readonly launch_template?: Inner<LaunchTemplate<E>>;
  readonly node_repair_config?: Inner<NodeRepairConfig<E>>;
  readonly remote_access?: Inner<RemoteAccess<E>>;
  readonly scaling_config: ScalingConfig<E>;
  readonly taint?: Inners<Taint<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly update_config?: Inner<UpdateConfig<E>>;
  readonly warm_pool_config?: Inner<WarmPoolConfig<E>>;
}

interface LaunchTemplate<E> {
  readonly id?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly version: Needed<string, E>;
}

interface NodeRepairConfig<E> {
  readonly enabled?: Of<boolean, E>;
  readonly max_parallel_nodes_repaired_count?: Of<number, E>;
  readonly max_parallel_nodes_repaired_percentage?: Of<number, E>;
  readonly max_unhealthy_node_threshold_count?: Of<number, E>;
  readonly max_unhealthy_node_threshold_percentage?: Of<number, E>;
  readonly node_repair_config_overrides?: Inners<NodeRepairConfigOverrides<E>>;
}

interface NodeRepairConfigOverrides<E> {
  readonly min_repair_wait_time_mins: Needed<number, E>;
  readonly node_monitoring_condition: Needed<string, E>;
  readonly node_unhealthy_reason: Needed<string, E>;
  readonly repair_action: Needed<string, E>;
}

interface RemoteAccess<E> {
  readonly ec2_ssh_key?: Of<string, E>;
  readonly source_security_group_ids?: Of<readonly Needed<string, E>[], E>;
}

interface ScalingConfig<E> {
  readonly desired_size: Needed<number, E>;
  readonly max_size: Needed<number, E>;
  readonly min_size: Needed<number, E>;
}

interface Taint<E> {
  readonly effect: Needed<string, E>;
  readonly key: Needed<string, E>;
  readonly value?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface UpdateConfig<E> {
  readonly max_unavailable?: Of<number, E>;
  readonly max_unavailable_percentage?: Of<number, E>;
  readonly update_strategy?: Of<string, E>;
}

interface WarmPoolConfig<E> {
  readonly max_group_prepared_capacity?: Of<number, E>;
  readonly min_size?: Of<number, E>;
  readonly pool_state?: Of<string, E>;
  readonly reuse_on_scale_in?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsEksNodeGroup<E>;
  readonly read:
    | keyof AwsEksNodeGroup<E>
    | 'arn'
    | 'id'
    | 'resources'
    | 'status'
    | 'tags_all';
}
