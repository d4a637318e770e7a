# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  carts_arn                 = nonsensitive(data.aws_ssm_parameter.carts_arn.value)
  catalog_db_key_arn        = nonsensitive(data.aws_ssm_parameter.catalog_db_key_arn.value)
  cluster_oidc_issuer       = nonsensitive(data.aws_ssm_parameter.cluster_oidc_issuer.value)
  cluster_oidc_provider_arn = nonsensitive(data.aws_ssm_parameter.cluster_oidc_provider_arn.value)
  orders_db_key_arn         = nonsensitive(data.aws_ssm_parameter.orders_db_key_arn.value)
  tokens_key_arn            = nonsensitive(data.aws_ssm_parameter.tokens_key_arn.value)
}

data "aws_ssm_parameter" "carts_arn" {
  name = "/enterprise/carts/arn"
}

data "aws_ssm_parameter" "catalog_db_key_arn" {
  name = "/enterprise/catalog-db/key-arn"
}

data "aws_ssm_parameter" "cluster_oidc_issuer" {
  name = "/enterprise/cluster/oidc-issuer"
}

data "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name = "/enterprise/cluster/oidc-provider-arn"
}

data "aws_ssm_parameter" "orders_db_key_arn" {
  name = "/enterprise/orders-db/key-arn"
}

data "aws_ssm_parameter" "tokens_key_arn" {
  name = "/enterprise/tokens/key-arn"
}
