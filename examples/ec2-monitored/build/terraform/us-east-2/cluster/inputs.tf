# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  app_image_image_id         = nonsensitive(data.aws_ssm_parameter.app_image_image_id.value)
  app_image_root_device_name = nonsensitive(data.aws_ssm_parameter.app_image_root_device_name.value)

  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_vpc_id = nonsensitive(data.aws_ssm_parameter.network_vpc_id.value)

  network_workload_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_workload_subnet_ids.value)
  )

  records_key_arn           = nonsensitive(data.aws_ssm_parameter.records_key_arn.value)
  records_security_group_id = nonsensitive(data.aws_ssm_parameter.records_security_group_id.value)
}

data "aws_ssm_parameter" "app_image_image_id" {
  name = "/ec2-monitored/app-image/image-id"
}

data "aws_ssm_parameter" "app_image_root_device_name" {
  name = "/ec2-monitored/app-image/root-device-name"
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/ec2-monitored/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/ec2-monitored/network/vpc-id"
}

data "aws_ssm_parameter" "network_workload_subnet_ids" {
  name = "/ec2-monitored/network/workload-subnet-ids"
}

data "aws_ssm_parameter" "records_key_arn" {
  name = "/ec2-monitored/records/key-arn"
}

data "aws_ssm_parameter" "records_security_group_id" {
  name = "/ec2-monitored/records/security-group-id"
}
