// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksCluster {
  readonly bootstrap_self_managed_addons?: Of<boolean>;
  readonly deletion_protection?: Of<boolean>;
  readonly enabled_cluster_log_types?: Of<readonly Needed<string>[]>;
  readonly force_update_version?: Of<boolean>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly role_arn: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly version?: Of<string>;
  readonly access_config?: Inner<AccessConfig>;
  readonly compute_config?: Inner<ComputeConfig>;
  readonly control_plane_scaling_config?: Inner<ControlPlaneScalingConfig>;
  readonly encryption_config?: Inner<EncryptionConfig>;
  readonly kube_api_server_config?: Inner<KubeApiServerConfig>;
  readonly kube_controller_manager_config?: Inner<KubeControllerManagerConfig>;
  readonly kube_scheduler_config?: Inner<KubeSchedulerConfig>;
  readonly kubernetes_network_config?: Inner<KubernetesNetworkConfig>;
  readonly outpost_config?: Inner<OutpostConfig>;
  readonly remote_network_config?: Inner<RemoteNetworkConfig>;
  readonly storage_config?: Inner<StorageConfig>;
  readonly timeouts?: Inner<Timeouts>;
  readonly upgrade_policy?: Inner<UpgradePolicy>;
  readonly vpc_config: VpcConfig;
  readonly zonal_shift_config?: Inner<ZonalShiftConfig>;
}

interface AccessConfig {
  readonly authentication_mode?: Of<string>;
  readonly bootstrap_cluster_creator_admin_permissions?: Of<boolean>;
}

interface ComputeConfig {
  readonly enabled?: Of<boolean>;
  readonly node_pools?: Of<readonly Needed<string>[]>;
  readonly node_role_arn?: Of<string>;
}

interface ControlPlaneScalingConfig {
  readonly tier?: Of<string>;
}

interface EncryptionConfig {
  readonly resources: Needed<readonly Needed<string>[]>;
  readonly provider: Provider;
}

interface Provider {
  readonly key_arn: Needed<string>;
}

interface KubeApiServerConfig {
  readonly event_ttl?: Of<string>;
  readonly service_node_port_range?: Inner<ServiceNodePortRange>;
}

interface ServiceNodePortRange {
  readonly max_port?: Of<number>;
  readonly min_port?: Of<number>;
}

interface KubeControllerManagerConfig {
  readonly horizontal_pod_autoscaler_controller_config?:
    Inner<HorizontalPodAutoscalerControllerConfig>;
  readonly pod_gc_controller_config?: Inner<PodGcControllerConfig>;
}

interface HorizontalPodAutoscalerControllerConfig {
  readonly horizontal_pod_autoscaler_sync_period?: Of<string>;
}

interface PodGcControllerConfig {
  readonly terminated_pod_gc_threshold?: Of<number>;
}

interface KubeSchedulerConfig {
  readonly node_resources_fit?: Inner<NodeResourcesFit>;
}

interface NodeResourcesFit {
  readonly scoring_strategy?: Inner<ScoringStrategy>;
}

interface ScoringStrategy {
  readonly type?: Of<string>;
  readonly resource?: Inners<Resource>;
}

interface Resource {
  readonly name?: Of<string>;
  readonly weight?: Of<number>;
}

interface KubernetesNetworkConfig {
  readonly ip_family?: Of<string>;
  readonly service_ipv4_cidr?: Of<string>;
  readonly elastic_load_balancing?: Inner<ElasticLoadBalancing>;
}

interface ElasticLoadBalancing {
  readonly enabled?: Of<boolean>;
}

interface OutpostConfig {
  readonly control_plane_instance_type: Needed<string>;
  readonly etcd_instance_type?: Of<string>;
  readonly outpost_arns: Needed<readonly Needed<string>[]>;
  readonly control_plane_placement?: Inner<ControlPlanePlacement>;
  readonly etcd_placement?: Inner<EtcdPlacement>;
}

interface ControlPlanePlacement {
  readonly group_name?: Of<string>;
  readonly spread_level?: Of<string>;
}

interface EtcdPlacement {
  readonly spread_level?: Of<string>;
}

interface RemoteNetworkConfig {
  readonly remote_node_networks?: Inner<RemoteNodeNetworks>;
  readonly remote_pod_networks?: Inner<RemotePodNetworks>;
}

interface RemoteNodeNetworks {
  readonly cidrs?: Of<readonly Needed<string>[]>;
}

interface RemotePodNetworks {
  readonly cidrs?: Of<readonly Needed<string>[]>;
}

interface StorageConfig {
  readonly block_storage?: Inner<BlockStorage>;
}

interface BlockStorage {
  readonly enabled?: Of<boolean>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface UpgradePolicy {
  readonly support_type?: Of<string>;
}

interface VpcConfig {
  readonly control_plane_egress_mode?: Of<string>;
  readonly endpoint_private_access?: Of<boolean>;
  readonly endpoint_public_access?: Of<boolean>;
  readonly public_access_cidrs?: Of<readonly Needed<string>[]>;
  readonly security_group_ids?: Of<readonly Needed<string>[]>;
  readonly subnet_ids: Needed<readonly Needed<string>[]>;
}

interface ZonalShiftConfig {
  readonly enabled?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsEksCluster;
  readonly read:
    | keyof AwsEksCluster
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
