# What the regions have made. They are identifiers, encrypted but no secrets: plans may show them.
locals {
  us_east_2_app_image_image_id         = nonsensitive(data.aws_ssm_parameter.us_east_2_app_image_image_id.value)
  us_east_2_app_image_root_device_name = nonsensitive(data.aws_ssm_parameter.us_east_2_app_image_root_device_name.value)
  us_east_2_machine_images_arn         = nonsensitive(data.aws_ssm_parameter.us_east_2_machine_images_arn.value)
  us_east_2_machine_images_bucket      = nonsensitive(data.aws_ssm_parameter.us_east_2_machine_images_bucket.value)
  us_east_2_machine_images_key_arn     = nonsensitive(data.aws_ssm_parameter.us_east_2_machine_images_key_arn.value)

  us_east_2_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_east_2_network_route_table_ids.value)
  )

  us_east_2_network_vpc_id         = nonsensitive(data.aws_ssm_parameter.us_east_2_network_vpc_id.value)
  us_west_1_app_image_key_arn      = nonsensitive(data.aws_ssm_parameter.us_west_1_app_image_key_arn.value)
  us_west_1_machine_images_arn     = nonsensitive(data.aws_ssm_parameter.us_west_1_machine_images_arn.value)
  us_west_1_machine_images_bucket  = nonsensitive(data.aws_ssm_parameter.us_west_1_machine_images_bucket.value)
  us_west_1_machine_images_key_arn = nonsensitive(data.aws_ssm_parameter.us_west_1_machine_images_key_arn.value)

  us_west_1_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_west_1_network_route_table_ids.value)
  )

  us_west_1_network_vpc_id = nonsensitive(data.aws_ssm_parameter.us_west_1_network_vpc_id.value)
}

data "aws_ssm_parameter" "us_east_2_app_image_image_id" {
  region = "us-east-2"
  name   = "/ec2-monitored/app-image/image-id"
}

data "aws_ssm_parameter" "us_east_2_app_image_root_device_name" {
  region = "us-east-2"
  name   = "/ec2-monitored/app-image/root-device-name"
}

data "aws_ssm_parameter" "us_east_2_machine_images_arn" {
  region = "us-east-2"
  name   = "/ec2-monitored/machine-images/arn"
}

data "aws_ssm_parameter" "us_east_2_machine_images_bucket" {
  region = "us-east-2"
  name   = "/ec2-monitored/machine-images/bucket"
}

data "aws_ssm_parameter" "us_east_2_machine_images_key_arn" {
  region = "us-east-2"
  name   = "/ec2-monitored/machine-images/key-arn"
}

data "aws_ssm_parameter" "us_east_2_network_route_table_ids" {
  region = "us-east-2"
  name   = "/ec2-monitored/network/route-table-ids"
}

data "aws_ssm_parameter" "us_east_2_network_vpc_id" {
  region = "us-east-2"
  name   = "/ec2-monitored/network/vpc-id"
}

data "aws_ssm_parameter" "us_west_1_app_image_key_arn" {
  region = "us-west-1"
  name   = "/ec2-monitored/app-image/key-arn"
}

data "aws_ssm_parameter" "us_west_1_machine_images_arn" {
  region = "us-west-1"
  name   = "/ec2-monitored/machine-images/arn"
}

data "aws_ssm_parameter" "us_west_1_machine_images_bucket" {
  region = "us-west-1"
  name   = "/ec2-monitored/machine-images/bucket"
}

data "aws_ssm_parameter" "us_west_1_machine_images_key_arn" {
  region = "us-west-1"
  name   = "/ec2-monitored/machine-images/key-arn"
}

data "aws_ssm_parameter" "us_west_1_network_route_table_ids" {
  region = "us-west-1"
  name   = "/ec2-monitored/network/route-table-ids"
}

data "aws_ssm_parameter" "us_west_1_network_vpc_id" {
  region = "us-west-1"
  name   = "/ec2-monitored/network/vpc-id"
}
