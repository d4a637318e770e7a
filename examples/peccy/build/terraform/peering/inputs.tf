# What the regions have made. They are identifiers, encrypted but no secrets: plans may show them.
locals {
  ap_northeast_1_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.ap_northeast_1_network_route_table_ids.value)
  )

  ap_northeast_1_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.ap_northeast_1_network_vpc_id.value)
  ap_northeast_1_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.ap_northeast_1_operations_topic_arn.value)
  ap_northeast_1_pictures_store_id    = nonsensitive(data.aws_ssm_parameter.ap_northeast_1_pictures_store_id.value)

  ap_northeast_2_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.ap_northeast_2_network_route_table_ids.value)
  )

  ap_northeast_2_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.ap_northeast_2_network_vpc_id.value)
  ap_northeast_2_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.ap_northeast_2_operations_topic_arn.value)
  ap_northeast_2_pictures_store_id    = nonsensitive(data.aws_ssm_parameter.ap_northeast_2_pictures_store_id.value)
}

data "aws_ssm_parameter" "ap_northeast_1_network_route_table_ids" {
  region = "ap-northeast-1"
  name   = "/peccy/network/route-table-ids"
}

data "aws_ssm_parameter" "ap_northeast_1_network_vpc_id" {
  region = "ap-northeast-1"
  name   = "/peccy/network/vpc-id"
}

data "aws_ssm_parameter" "ap_northeast_1_operations_topic_arn" {
  region = "ap-northeast-1"
  name   = "/peccy/operations/topic-arn"
}

data "aws_ssm_parameter" "ap_northeast_1_pictures_store_id" {
  region = "ap-northeast-1"
  name   = "/peccy/pictures-store/id"
}

data "aws_ssm_parameter" "ap_northeast_2_network_route_table_ids" {
  region = "ap-northeast-2"
  name   = "/peccy/network/route-table-ids"
}

data "aws_ssm_parameter" "ap_northeast_2_network_vpc_id" {
  region = "ap-northeast-2"
  name   = "/peccy/network/vpc-id"
}

data "aws_ssm_parameter" "ap_northeast_2_operations_topic_arn" {
  region = "ap-northeast-2"
  name   = "/peccy/operations/topic-arn"
}

data "aws_ssm_parameter" "ap_northeast_2_pictures_store_id" {
  region = "ap-northeast-2"
  name   = "/peccy/pictures-store/id"
}
