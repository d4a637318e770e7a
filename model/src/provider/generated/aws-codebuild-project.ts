// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCodebuildProject<E> {
  readonly auto_retry_limit?: Of<number, E>;
  readonly badge_enabled?: Of<boolean, E>;
  readonly build_timeout?: Of<number, E>;
  readonly concurrent_build_limit?: Of<number, E>;
  readonly description?: Of<string, E>;
  readonly encryption_key?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly project_visibility?: Of<string, E>;
  readonly queued_timeout?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly resource_access_role?: Of<string, E>;
  readonly service_role: Needed<string, E>;
  readonly source_version?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly artifacts: Artifacts<E>;
  readonly build_batch_config?: Inner<BuildBatchConfig<E>>;
  readonly cache?: Inner<Cache<E>>;
  readonly environment: Environment<E>;
  readonly file_system_locations?: Inners<FileSystemLocations<E>>;
  readonly logs_config?: Inner<LogsConfig<E>>;
  readonly secondary_artifacts?: Inners<SecondaryArtifacts<E>>;
  readonly secondary_source_version?: Inners<SecondarySourceVersion<E>>;
  readonly secondary_sources?: Inners<SecondarySources<E>>;
  readonly source: Source<E>;
  readonly vpc_config?: Inner<VpcConfig<E>>;
}

interface Artifacts<E> {
  readonly artifact_identifier?: Of<string, E>;
  readonly bucket_owner_access?: Of<string, E>;
  readonly encryption_disabled?: Of<boolean, E>;
  readonly location?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly namespace_type?: Of<string, E>;
  readonly override_artifact_name?: Of<boolean, E>;
  readonly packaging?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly type: Needed<string, E>;
}

interface BuildBatchConfig<E> {
  readonly combine_artifacts?: Of<boolean, E>;
  readonly service_role: Needed<string, E>;
  readonly timeout_in_mins?: Of<number, E>;
  readonly restrictions?: Inner<Restrictions<E>>;
}

interface Restrictions<E> {
  readonly compute_types_allowed?: Of<readonly Needed<string, E>[], E>;
  readonly maximum_builds_allowed?: Of<number, E>;
}

interface Cache<E> {
  readonly cache_namespace?: Of<string, E>;
  readonly location?: Of<string, E>;
  readonly modes?: Of<readonly Needed<string, E>[], E>;
  readonly type?: Of<string, E>;
}

interface Environment<E> {
  readonly certificate?: Of<string, E>;
  readonly compute_type: Needed<string, E>;
  readonly host_kernel?: Of<string, E>;
  readonly image: Needed<string, E>;
  readonly image_pull_credentials_type?: Of<string, E>;
  readonly privileged_mode?: Of<boolean, E>;
  readonly type: Needed<string, E>;
  readonly docker_server?: Inner<DockerServer<E>>;
  readonly environment_variable?: Inners<EnvironmentVariable<E>>;
  readonly fleet?: Inner<Fleet<E>>;
  readonly registry_credential?: Inner<RegistryCredential<E>>;
}

interface DockerServer<E> {
  readonly compute_type: Needed<string, E>;
  readonly security_group_ids?: Of<readonly Needed<string, E>[], E>;
}

interface EnvironmentVariable<E> {
  readonly name: Needed<string, E>;
  readonly type?: Of<string, E>;
  readonly value: Needed<string, E>;
}

interface Fleet<E> {
  readonly fleet_arn?: Of<string, E>;
}

interface RegistryCredential<E> {
  readonly credential: Needed<string, E>;
  readonly credential_provider: Needed<string, E>;
}

interface FileSystemLocations<E> {
  readonly identifier?: Of<string, E>;
  readonly location?: Of<string, E>;
  readonly mount_options?: Of<string, E>;
  readonly mount_point?: Of<string, E>;
  readonly type?: Of<string, E>;
}

interface LogsConfig<E> {
  readonly cloudwatch_logs?: Inner<CloudwatchLogs<E>>;
  readonly s3_logs?: Inner<S3Logs<E>>;
}

interface CloudwatchLogs<E> {
  readonly group_name?: Of<string, E>;
  readonly status?: Of<string, E>;
  readonly stream_name?: Of<string, E>;
}

interface S3Logs<E> {
  readonly bucket_owner_access?: Of<string, E>;
  readonly encryption_disabled?: Of<boolean, E>;
  readonly location?: Of<string, E>;
  readonly status?: Of<string, E>;
}

interface SecondaryArtifacts<E> {
  readonly artifact_identifier: Needed<string, E>;
  readonly bucket_owner_access?: Of<string, E>;
  readonly encryption_disabled?: Of<boolean, E>;
  readonly location?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly namespace_type?: Of<string, E>;
  readonly override_artifact_name?: Of<boolean, E>;
  readonly packaging?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly type: Needed<string, E>;
}

interface SecondarySourceVersion<E> {
  readonly source_identifier: Needed<string, E>;
  readonly source_version: Needed<string, E>;
}

interface SecondarySources<E> {
  readonly buildspec?: Of<string, E>;
  readonly git_clone_depth?: Of<number, E>;
  readonly insecure_ssl?: Of<boolean, E>;
  readonly location?: Of<string, E>;
  readonly report_build_status?: Of<boolean, E>;
  readonly source_identifier: Needed<string, E>;
  readonly type: Needed<string, E>;
  readonly auth?: Inner<Auth<E>>;
  readonly build_status_config?: Inner<BuildStatusConfig<E>>;
  readonly git_submodules_config?: Inner<GitSubmodulesConfig<E>>;
}

interface Auth<E> {
  readonly resource: Needed<string, E>;
  readonly type: Needed<string, E>;
}

interface BuildStatusConfig<E> {
  readonly context?: Of<string, E>;
  readonly target_url?: Of<string, E>;
}

interface GitSubmodulesConfig<E> {
  readonly fetch_submodules: Needed<boolean, E>;
}

interface Source<E> {
  readonly buildspec?: Of<string, E>;
  readonly git_clone_depth?: Of<number, E>;
  readonly insecure_ssl?: Of<boolean, E>;
  readonly location?: Of<string, E>;
  readonly report_build_status?: Of<boolean, E>;
  readonly type: Needed<string, E>;
  readonly auth?: Inner<SourceAuth<E>>;
  readonly build_status_config?: Inner<SourceBuildStatusConfig<E>>;
  readonly git_submodules_config?: Inner<SourceGitSubmodulesConfig<E>>;
}

interface SourceAuth<E> {
  readonly resource: Needed<string, E>;
  readonly type: Needed<string, E>;
}

interface SourceBuildStatusConfig<E> {
  readonly context?: Of<string, E>;
  readonly target_url?: Of<string, E>;
}

interface SourceGitSubmodulesConfig<E> {
  readonly fetch_submodules: Needed<boolean, E>;
}

interface VpcConfig<E> {
  readonly security_group_ids: Needed<readonly Needed<string, E>[], E>;
  readonly subnets: Needed<readonly Needed<string, E>[], E>;
  readonly vpc_id: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsCodebuildProject<E>;
  readonly read:
    | keyof AwsCodebuildProject<E>
    | 'arn'
    | 'badge_url'
    | 'id'
    | 'public_project_alias'
    | 'tags_all';
}
