# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  cluster_security_group_id = nonsensitive(data.aws_ssm_parameter.cluster_security_group_id.value)
  domain_zone_id            = nonsensitive(data.aws_ssm_parameter.domain_zone_id.value)
  network_logs_key_arn      = nonsensitive(data.aws_ssm_parameter.network_logs_key_arn.value)

  network_public_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_public_subnet_ids.value)
  )

  network_vpc_id          = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)
  operations_topic_arn    = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
  partners_domain_zone_id = nonsensitive(data.aws_ssm_parameter.partners_domain_zone_id.value)
}

data "aws_ssm_parameter" "cluster_security_group_id" {
  name = "/enterprise/cluster/security-group-id"
}

data "aws_ssm_parameter" "domain_zone_id" {
  name = "/enterprise/domain/zone-id"
}

data "aws_ssm_parameter" "network_logs_key_arn" {
  name = "/enterprise/network/logs-key-arn"
}

data "aws_ssm_parameter" "network_public_subnet_ids" {
  name = "/enterprise/network/public-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/enterprise/network/vpc-id"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/enterprise/operations/topic-arn"
}

data "aws_ssm_parameter" "partners_domain_zone_id" {
  name = "/enterprise/partners-domain/zone-id"
}
