// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksCluster<E> {
  readonly bootstrap_self_managed_addons?: Of<boolean, E>;
  readonly deletion_protection?: Of<boolean, E>;
  readonly enabled_cluster_log_types?: Of<readonly Needed<string, E>[], E>;
  readonly force_update_version?: Of<boolean, E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly version?: Of<string, E>;
  readonly access_config?: Inner<AccessConfig<E>>;
  readonly compute_config?: Inner<ComputeConfig<E>>;
  readonly control_plane_scaling_config?: Inner<ControlPlaneScalingConfig<E>>;
  readonly encryption_config?: Inner<EncryptionConfig<E>>;
  readonly kube_api_server_config?: Inner<KubeApiServerConfig<E>>;
  readonly kube_controller_manager_config?: Inner<KubeControllerManagerConfig<E>>;
  readonly kube_scheduler_config?: Inner<KubeSchedulerConfig<E>>;
  readonly kubernetes_network_config?: Inner<KubernetesNetworkConfig<E>>;
  readonly outpost_config?: Inner<OutpostConfig<E>>;
  readonly remote_network_config?: Inner<RemoteNetworkConfig<E>>;
  readonly storage_config?: Inner<StorageConfig<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly upgrade_policy?: Inner<UpgradePolicy<E>>;
  readonly vpc_config: VpcConfig<E>;
  readonly zonal_shift_config?: Inner<ZonalShiftConfig<E>>;
}

interface AccessConfig<E> {
  readonly authentication_mode?: Of<string, E>;
  readonly bootstrap_cluster_creator_admin_permissions?: Of<boolean, E>;
}

interface ComputeConfig<E> {
  readonly enabled?: Of<boolean, E>;
  readonly node_pools?: Of<readonly Needed<string, E>[], E>;
  readonly node_role_arn?: Of<string, E>;
}

interface ControlPlaneScalingConfig<E> {
  readonly tier?: Of<string, E>;
}

interface EncryptionConfig<E> {
  readonly resources: Needed<readonly Needed<string, E>[], E>;
  readonly provider: Provider<E>;
}

interface Provider<E> {
  readonly key_arn: Needed<string, E>;
}

interface KubeApiServerConfig<E> {
  readonly event_ttl?: Of<string, E>;
  readonly service_node_port_range?: Inner<ServiceNodePortRange<E>>;
}

interface ServiceNodePortRange<E> {
  readonly max_port?: Of<number, E>;
  readonly min_port?: Of<number, E>;
}

interface KubeControllerManagerConfig<E> {
  readonly horizontal_pod_autoscaler_controller_config?:
    Inner<HorizontalPodAutoscalerControllerConfig<E>>;
  readonly pod_gc_controller_config?: Inner<PodGcControllerConfig<E>>;
}

interface HorizontalPodAutoscalerControllerConfig<E> {
  readonly horizontal_pod_autoscaler_sync_period?: Of<string, E>;
}

interface PodGcControllerConfig<E> {
  readonly terminated_pod_gc_threshold?: Of<number, E>;
}

interface KubeSchedulerConfig<E> {
  readonly node_resources_fit?: Inner<NodeResourcesFit<E>>;
}

interface NodeResourcesFit<E> {
  readonly scoring_strategy?: Inner<ScoringStrategy<E>>;
}

interface ScoringStrategy<E> {
  readonly type?: Of<string, E>;
  readonly resource?: Inners<Resource<E>>;
}

interface Resource<E> {
  readonly name?: Of<string, E>;
  readonly weight?: Of<number, E>;
}

interface KubernetesNetworkConfig<E> {
  readonly ip_family?: Of<string, E>;
  readonly service_ipv4_cidr?: Of<string, E>;
  readonly elastic_load_balancing?: Inner<ElasticLoadBalancing<E>>;
}

interface ElasticLoadBalancing<E> {
  readonly enabled?: Of<boolean, E>;
}

interface OutpostConfig<E> {
  readonly control_plane_instance_type: Needed<string, E>;
  readonly etcd_instance_type?: Of<string, E>;
  readonly outpost_arns: Needed<readonly Needed<string, E>[], E>;
  readonly control_plane_placement?: Inner<ControlPlanePlacement<E>>;
  readonly etcd_placement?: Inner<EtcdPlacement<E>>;
}

interface ControlPlanePlacement<E> {
  readonly group_name?: Of<string, E>;
  readonly spread_level?: Of<string, E>;
}

interface EtcdPlacement<E> {
  readonly spread_level?: Of<string, E>;
}

interface RemoteNetworkConfig<E> {
  readonly remote_node_networks?: Inner<RemoteNodeNetworks<E>>;
  readonly remote_pod_networks?: Inner<RemotePodNetworks<E>>;
}

interface RemoteNodeNetworks<E> {
  readonly cidrs?: Of<readonly Needed<string, E>[], E>;
}

interface RemotePodNetworks<E> {
  readonly cidrs?: Of<readonly Needed<string, E>[], E>;
}

interface StorageConfig<E> {
  readonly block_storage?: Inner<BlockStorage<E>>;
}

interface BlockStorage<E> {
  readonly enabled?: Of<boolean, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface UpgradePolicy<E> {
  readonly support_type?: Of<string, E>;
}

interface VpcConfig<E> {
  readonly control_plane_egress_mode?: Of<string, E>;
  readonly endpoint_private_access?: Of<boolean, E>;
  readonly endpoint_public_access?: Of<boolean, E>;
  readonly public_access_cidrs?: Of<readonly Needed<string, E>[], E>;
  readonly security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly subnet_ids: Needed<readonly Needed<string, E>[], E>;
}

interface ZonalShiftConfig<E> {
  readonly enabled?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsEksCluster<E>;
  readonly read:
    | keyof AwsEksCluster<E>
    | 'arn'
    | 'certificate_authority'
    | 'cluster_id'
    | 'created_at'
    | 'endpoint'
    | 'id'
    | 'identity'
    | 'platform_version'
    | 'status'
    | 'tags_all';
}
