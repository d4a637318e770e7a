# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  cluster_certificate_authority = nonsensitive(data.aws_ssm_parameter.cluster_certificate_authority.value)
  cluster_endpoint              = nonsensitive(data.aws_ssm_parameter.cluster_endpoint.value)
  cluster_name                  = nonsensitive(data.aws_ssm_parameter.cluster_name.value)
  cluster_oidc_issuer           = nonsensitive(data.aws_ssm_parameter.cluster_oidc_issuer.value)
  cluster_oidc_provider_arn     = nonsensitive(data.aws_ssm_parameter.cluster_oidc_provider_arn.value)
  domain_zone_id                = nonsensitive(data.aws_ssm_parameter.domain_zone_id.value)
  pictures_store_arn            = nonsensitive(data.aws_ssm_parameter.pictures_store_arn.value)
}

data "aws_ssm_parameter" "cluster_certificate_authority" {
  name = "/eks-failover/cluster/certificate-authority"
}

data "aws_ssm_parameter" "cluster_endpoint" {
  name = "/eks-failover/cluster/endpoint"
}

data "aws_ssm_parameter" "cluster_name" {
  name = "/eks-failover/cluster/name"
}

data "aws_ssm_parameter" "cluster_oidc_issuer" {
  name = "/eks-failover/cluster/oidc-issuer"
}

data "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name = "/eks-failover/cluster/oidc-provider-arn"
}

data "aws_ssm_parameter" "domain_zone_id" {
  name = "/eks-failover/domain/zone-id"
}

data "aws_ssm_parameter" "pictures_store_arn" {
  name = "/eks-failover/pictures-store/arn"
}
