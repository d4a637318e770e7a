# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  app_launch_template_id      = nonsensitive(data.aws_ssm_parameter.app_launch_template_id.value)
  app_launch_template_version = nonsensitive(data.aws_ssm_parameter.app_launch_template_version.value)
  app_security_group_id       = nonsensitive(data.aws_ssm_parameter.app_security_group_id.value)
  domain_zone_id              = nonsensitive(data.aws_ssm_parameter.domain_zone_id.value)

  network_public_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_public_subnet_ids.value)
  )

  network_vpc_id = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)

  network_workload_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_workload_subnet_ids.value)
  )

  operations_topic_arn = nonsensitive(data.aws_ssm_parameter.operations_topic_arn.value)
}

data "aws_ssm_parameter" "app_launch_template_id" {
  name = "/ec2-monitored/app/launch-template-id"
}

data "aws_ssm_parameter" "app_launch_template_version" {
  name = "/ec2-monitored/app/launch-template-version"
}

data "aws_ssm_parameter" "app_security_group_id" {
  name = "/ec2-monitored/app/security-group-id"
}

data "aws_ssm_parameter" "domain_zone_id" {
  name = "/ec2-monitored/domain/zone-id"
}

data "aws_ssm_parameter" "network_public_subnet_ids" {
  name = "/ec2-monitored/network/public-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/ec2-monitored/network/vpc-id"
}

data "aws_ssm_parameter" "network_workload_subnet_ids" {
  name = "/ec2-monitored/network/workload-subnet-ids"
}

data "aws_ssm_parameter" "operations_topic_arn" {
  name = "/ec2-monitored/operations/topic-arn"
}
