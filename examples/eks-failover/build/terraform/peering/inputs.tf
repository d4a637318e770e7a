# What the regions have made. They are identifiers, encrypted but no secrets: plans may show them.
locals {
  us_east_1_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_east_1_network_route_table_ids.value)
  )

  us_east_1_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.us_east_1_network_vpc_id.value)
  us_east_1_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.us_east_1_operations_topic_arn.value)
  us_east_1_pictures_store_id    = nonsensitive(data.aws_ssm_parameter.us_east_1_pictures_store_id.value)

  us_west_2_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_west_2_network_route_table_ids.value)
  )

  us_west_2_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.us_west_2_network_vpc_id.value)
  us_west_2_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.us_west_2_operations_topic_arn.value)
  us_west_2_pictures_store_id    = nonsensitive(data.aws_ssm_parameter.us_west_2_pictures_store_id.value)
}

data "aws_ssm_parameter" "us_east_1_network_route_table_ids" {
  region = "us-east-1"
  name   = "/eks-failover/network/route-table-ids"
}

data "aws_ssm_parameter" "us_east_1_network_vpc_id" {
  region = "us-east-1"
  name   = "/eks-failover/network/vpc-id"
}

data "aws_ssm_parameter" "us_east_1_operations_topic_arn" {
  region = "us-east-1"
  name   = "/eks-failover/operations/topic-arn"
}

data "aws_ssm_parameter" "us_east_1_pictures_store_id" {
  region = "us-east-1"
  name   = "/eks-failover/pictures-store/id"
}

data "aws_ssm_parameter" "us_west_2_network_route_table_ids" {
  region = "us-west-2"
  name   = "/eks-failover/network/route-table-ids"
}

data "aws_ssm_parameter" "us_west_2_network_vpc_id" {
  region = "us-west-2"
  name   = "/eks-failover/network/vpc-id"
}

data "aws_ssm_parameter" "us_west_2_operations_topic_arn" {
  region = "us-west-2"
  name   = "/eks-failover/operations/topic-arn"
}

data "aws_ssm_parameter" "us_west_2_pictures_store_id" {
  region = "us-west-2"
  name   = "/eks-failover/pictures-store/id"
}
