// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsCodebuildProject {
  readonly auto_retry_limit?: Of<number>;
  readonly badge_enabled?: Of<boolean>;
  readonly build_timeout?: Of<number>;
  readonly concurrent_build_limit?: Of<number>;
  readonly description?: Of<string>;
  readonly encryption_key?: Of<string>;
  readonly name: Needed<string>;
  readonly project_visibility?: Of<string>;
  readonly queued_timeout?: Of<number>;
  readonly region?: Of<string>;
  readonly resource_access_role?: Of<string>;
  readonly service_role: Needed<string>;
  readonly source_version?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly artifacts: Artifacts;
  readonly build_batch_config?: Inner<BuildBatchConfig>;
  readonly cache?: Inner<Cache>;
  readonly environment: Environment;
  readonly file_system_locations?: Inners<FileSystemLocations>;
  readonly logs_config?: Inner<LogsConfig>;
  readonly secondary_artifacts?: Inners<SecondaryArtifacts>;
  readonly secondary_source_version?: Inners<SecondarySourceVersion>;
  readonly secondary_sources?: Inners<SecondarySources>;
  readonly source: Source;
  readonly vpc_config?: Inner<VpcConfig>;
}

interface Artifacts {
  readonly artifact_identifier?: Of<string>;
  readonly bucket_owner_access?: Of<string>;
  readonly encryption_disabled?: Of<boolean>;
  readonly location?: Of<string>;
  readonly name?: Of<string>;
  readonly namespace_type?: Of<string>;
  readonly override_artifact_name?: Of<boolean>;
  readonly packaging?: Of<string>;
  readonly path?: Of<string>;
  readonly type: Needed<string>;
}

interface BuildBatchConfig {
  readonly combine_artifacts?: Of<boolean>;
  readonly service_role: Needed<string>;
  readonly timeout_in_mins?: Of<number>;
  readonly restrictions?: Inner<Restrictions>;
}

interface Restrictions {
  readonly compute_types_allowed?: Of<readonly Needed<string>[]>;
  readonly maximum_builds_allowed?: Of<number>;
}

interface Cache {
  readonly cache_namespace?: Of<string>;
  readonly location?: Of<string>;
  readonly modes?: Of<readonly Needed<string>[]>;
  readonly type?: Of<string>;
}

interface Environment {
  readonly certificate?: Of<string>;
  readonly compute_type: Needed<string>;
  readonly host_kernel?: Of<string>;
  readonly image: Needed<string>;
  readonly image_pull_credentials_type?: Of<string>;
  readonly privileged_mode?: Of<boolean>;
  readonly type: Needed<string>;
  readonly docker_server?: Inner<DockerServer>;
  readonly environment_variable?: Inners<EnvironmentVariable>;
  readonly fleet?: Inner<Fleet>;
  readonly registry_credential?: Inner<RegistryCredential>;
}

interface DockerServer {
  readonly compute_type: Needed<string>;
  readonly security_group_ids?: Of<readonly Needed<string>[]>;
}

interface EnvironmentVariable {
  readonly name: Needed<string>;
  readonly type?: Of<string>;
  readonly value: Needed<string>;
}

interface Fleet {
  readonly fleet_arn?: Of<string>;
}

interface RegistryCredential {
  readonly credential: Needed<string>;
  readonly credential_provider: Needed<string>;
}

interface FileSystemLocations {
  readonly identifier?: Of<string>;
  readonly location?: Of<string>;
  readonly mount_options?: Of<string>;
  readonly mount_point?: Of<string>;
  readonly type?: Of<string>;
}

interface LogsConfig {
  readonly cloudwatch_logs?: Inner<CloudwatchLogs>;
  readonly s3_logs?: Inner<S3Logs>;
}

interface CloudwatchLogs {
  readonly group_name?: Of<string>;
  readonly status?: Of<string>;
  readonly stream_name?: Of<string>;
}

interface S3Logs {
  readonly bucket_owner_access?: Of<string>;
  readonly encryption_disabled?: Of<boolean>;
  readonly location?: Of<string>;
  readonly status?: Of<string>;
}

interface SecondaryArtifacts {
  readonly artifact_identifier: Needed<string>;
  readonly bucket_owner_access?: Of<string>;
  readonly encryption_disabled?: Of<boolean>;
  readonly location?: Of<string>;
  readonly name?: Of<string>;
  readonly namespace_type?: Of<string>;
  readonly override_artifact_name?: Of<boolean>;
  readonly packaging?: Of<string>;
  readonly path?: Of<string>;
  readonly type: Needed<string>;
}

interface SecondarySourceVersion {
  readonly source_identifier: Needed<string>;
  readonly source_version: Needed<string>;
}

interface SecondarySources {
  readonly buildspec?: Of<string>;
  readonly git_clone_depth?: Of<number>;
  readonly insecure_ssl?: Of<boolean>;
  readonly location?: Of<string>;
  readonly report_build_status?: Of<boolean>;
  readonly source_identifier: Needed<string>;
  readonly type: Needed<string>;
  readonly auth?: Inner<Auth>;
  readonly build_status_config?: Inner<BuildStatusConfig>;
  readonly git_submodules_config?: Inner<GitSubmodulesConfig>;
}

interface Auth {
  readonly resource: Needed<string>;
  readonly type: Needed<string>;
}

interface BuildStatusConfig {
  readonly context?: Of<string>;
  readonly target_url?: Of<string>;
}

interface GitSubmodulesConfig {
  readonly fetch_submodules: Needed<boolean>;
}

interface Source {
  readonly buildspec?: Of<string>;
  readonly git_clone_depth?: Of<number>;
  readonly insecure_ssl?: Of<boolean>;
  readonly location?: Of<string>;
  readonly report_build_status?: Of<boolean>;
  readonly type: Needed<string>;
  readonly auth?: Inner<SourceAuth>;
  readonly build_status_config?: Inner<SourceBuildStatusConfig>;
  readonly git_submodules_config?: Inner<SourceGitSubmodulesConfig>;
}

interface SourceAuth {
  readonly resource: Needed<string>;
  readonly type: Needed<string>;
}

interface SourceBuildStatusConfig {
  readonly context?: Of<string>;
  readonly target_url?: Of<string>;
}

interface SourceGitSubmodulesConfig {
  readonly fetch_submodules: Needed<boolean>;
}

interface VpcConfig {
  readonly security_group_ids: Needed<readonly Needed<string>[]>;
  readonly subnets: Needed<readonly Needed<string>[]>;
  readonly vpc_id: Needed<string>;
}

export interface Binding {
  readonly written: AwsCodebuildProject;
  readonly read:
    | keyof AwsCodebuildProject
    | 'arn'
    | 'badge_url'
    | 'id'
    | 'public_project_alias'
    | 'tags_all';
}
