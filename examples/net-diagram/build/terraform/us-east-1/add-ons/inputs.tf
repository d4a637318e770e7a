# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  cluster_oidc_issuer       = nonsensitive(data.aws_ssm_parameter.cluster_oidc_issuer.value)
  cluster_oidc_provider_arn = nonsensitive(data.aws_ssm_parameter.cluster_oidc_provider_arn.value)
  documents_key_arn         = nonsensitive(data.aws_ssm_parameter.documents_key_arn.value)
  files_arn                 = nonsensitive(data.aws_ssm_parameter.files_arn.value)
  orders_db_key_arn         = nonsensitive(data.aws_ssm_parameter.orders_db_key_arn.value)
}

data "aws_ssm_parameter" "cluster_oidc_issuer" {
  name = "/net-diagram/cluster/oidc-issuer"
}

data "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name = "/net-diagram/cluster/oidc-provider-arn"
}

data "aws_ssm_parameter" "documents_key_arn" {
  name = "/net-diagram/documents/key-arn"
}

data "aws_ssm_parameter" "files_arn" {
  name = "/net-diagram/files/arn"
}

data "aws_ssm_parameter" "orders_db_key_arn" {
  name = "/net-diagram/orders-db/key-arn"
}
