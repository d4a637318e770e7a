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
  records_key_arn               = nonsensitive(data.aws_ssm_parameter.records_key_arn.value)
}

data "aws_ssm_parameter" "cluster_certificate_authority" {
  name = "/peccy/cluster/certificate-authority"
}

data "aws_ssm_parameter" "cluster_endpoint" {
  name = "/peccy/cluster/endpoint"
}

data "aws_ssm_parameter" "cluster_name" {
  name = "/peccy/cluster/name"
}

data "aws_ssm_parameter" "cluster_oidc_issuer" {
  name = "/peccy/cluster/oidc-issuer"
}

data "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name = "/peccy/cluster/oidc-provider-arn"
}

data "aws_ssm_parameter" "domain_zone_id" {
  name = "/peccy/domain/zone-id"
}

data "aws_ssm_parameter" "pictures_store_arn" {
  name = "/peccy/pictures-store/arn"
}

data "aws_ssm_parameter" "records_key_arn" {
  name = "/peccy/records/key-arn"
}
