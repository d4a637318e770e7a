// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEksClusterData<E> {
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsEksClusterData<E>;
  readonly read:
    | keyof AwsEksClusterData<E>
    | 'access_config'
    | 'arn'
    | 'certificate_authority'
    | 'cluster_id'
    | 'compute_config'
    | 'control_plane_scaling_config'
    | 'created_at'
    | 'deletion_protection'
    | 'enabled_cluster_log_types'
    | 'endpoint'
    | 'id'
    | 'identity'
    | 'kube_api_server_config'
    | 'kube_controller_manager_config'
    | 'kube_scheduler_config'
    | 'kubernetes_network_config'
    | 'outpost_config'
    | 'platform_version'
    | 'remote_network_config'
    | 'role_arn'
    | 'status'
    | 'storage_config'
    | 'upgrade_policy'
    | 'version'
    | 'vpc_config'
    | 'zonal_shift_config';
}
