# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_vpc_id            = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)
  operations_topic_arn      = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
  records_global_cluster_id = nonsensitive(data.aws_ssm_parameter.records_global_cluster_id.value)
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/ec2-monitored/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/ec2-monitored/network/vpc-id"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/ec2-monitored/operations/topic-arn"
}

data "aws_ssm_parameter" "records_global_cluster_id" {
  name = "/ec2-monitored/records/global-cluster-id"
}
