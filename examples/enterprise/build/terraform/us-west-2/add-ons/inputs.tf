# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  carts_arn                 = nonsensitive(data.aws_ssm_parameter.carts_arn.value)
  cluster_oidc_issuer       = nonsensitive(data.aws_ssm_parameter.cluster_oidc_issuer.value)
  cluster_oidc_provider_arn = nonsensitive(data.aws_ssm_parameter.cluster_oidc_provider_arn.value)
}

data "aws_ssm_parameter" "carts_arn" {
  name = "/enterprise/carts/arn"
}

data "aws_ssm_parameter" "cluster_oidc_issuer" {
  name = "/enterprise/cluster/oidc-issuer"
}

data "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name = "/enterprise/cluster/oidc-provider-arn"
}
