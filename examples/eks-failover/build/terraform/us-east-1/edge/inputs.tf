# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  cluster_security_group_id = nonsensitive(data.aws_ssm_parameter.cluster_security_group_id.value)
  edge_listener_arn         = nonsensitive(data.aws_ssm_parameter.edge_listener_arn.value)

  network_public_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_public_subnet_ids.value)
  )

  network_vpc_id       = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)
  operations_topic_arn = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
}

data "aws_ssm_parameter" "cluster_security_group_id" {
  name = "/eks-failover/cluster/security-group-id"
}

data "aws_ssm_parameter" "edge_listener_arn" {
  name = "/eks-failover/edge/listener-arn"
}

data "aws_ssm_parameter" "network_public_subnet_ids" {
  name = "/eks-failover/network/public-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/eks-failover/network/vpc-id"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/eks-failover/operations/topic-arn"
}
