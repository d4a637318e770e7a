# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_vpc_id       = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)
  operations_topic_arn = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/eks-failover/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/eks-failover/network/vpc-id"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/eks-failover/operations/topic-arn"
}
