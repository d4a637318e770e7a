# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  catalog_db_global_cluster_id = nonsensitive(data.aws_ssm_parameter.catalog_db_global_cluster_id.value)
  data_key_key_arn             = nonsensitive(data.aws_ssm_parameter.data_key_key_arn.value)

  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_vpc_id       = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)
  operations_topic_arn = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
  static_cdn_arn       = nonsensitive(data.aws_ssm_parameter.static_cdn_arn.value)
}

data "aws_ssm_parameter" "catalog_db_global_cluster_id" {
  name = "/enterprise/catalog-db/global-cluster-id"
}

data "aws_ssm_parameter" "data_key_key_arn" {
  name = "/enterprise/data-key/key-arn"
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/enterprise/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/enterprise/network/vpc-id"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/enterprise/operations/topic-arn"
}

data "aws_ssm_parameter" "static_cdn_arn" {
  name = "/enterprise/static-cdn/arn"
}
