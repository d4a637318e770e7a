# What the regions have made. They are identifiers, encrypted but no secrets: plans may show them.
locals {
  eu_west_1_documents_endpoint = nonsensitive(data.aws_ssm_parameter.eu_west_1_documents_endpoint.value)
  eu_west_1_files_id           = nonsensitive(data.aws_ssm_parameter.eu_west_1_files_id.value)

  eu_west_1_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.eu_west_1_network_route_table_ids.value)
  )

  eu_west_1_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.eu_west_1_network_vpc_id.value)
  eu_west_1_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.eu_west_1_operations_topic_arn.value)
  eu_west_1_orders_db_endpoint   = nonsensitive(data.aws_ssm_parameter.eu_west_1_orders_db_endpoint.value)
  us_east_1_documents_endpoint   = nonsensitive(data.aws_ssm_parameter.us_east_1_documents_endpoint.value)
  us_east_1_files_id             = nonsensitive(data.aws_ssm_parameter.us_east_1_files_id.value)

  us_east_1_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_east_1_network_route_table_ids.value)
  )

  us_east_1_network_vpc_id       = nonsensitive(data.aws_ssm_parameter.us_east_1_network_vpc_id.value)
  us_east_1_operations_topic_arn = nonsensitive(data.aws_ssm_parameter.us_east_1_operations_topic_arn.value)
  us_east_1_orders_db_endpoint   = nonsensitive(data.aws_ssm_parameter.us_east_1_orders_db_endpoint.value)
}

data "aws_ssm_parameter" "eu_west_1_documents_endpoint" {
  region = "eu-west-1"
  name   = "/net-diagram/documents/endpoint"
}

data "aws_ssm_parameter" "eu_west_1_files_id" {
  region = "eu-west-1"
  name   = "/net-diagram/files/id"
}

data "aws_ssm_parameter" "eu_west_1_network_route_table_ids" {
  region = "eu-west-1"
  name   = "/net-diagram/network/route-table-ids"
}

data "aws_ssm_parameter" "eu_west_1_network_vpc_id" {
  region = "eu-west-1"
  name   = "/net-diagram/network/vpc-id"
}

data "aws_ssm_parameter" "eu_west_1_operations_topic_arn" {
  region = "eu-west-1"
  name   = "/net-diagram/operations/topic-arn"
}

data "aws_ssm_parameter" "eu_west_1_orders_db_endpoint" {
  region = "eu-west-1"
  name   = "/net-diagram/orders-db/endpoint"
}

data "aws_ssm_parameter" "us_east_1_documents_endpoint" {
  region = "us-east-1"
  name   = "/net-diagram/documents/endpoint"
}

data "aws_ssm_parameter" "us_east_1_files_id" {
  region = "us-east-1"
  name   = "/net-diagram/files/id"
}

data "aws_ssm_parameter" "us_east_1_network_route_table_ids" {
  region = "us-east-1"
  name   = "/net-diagram/network/route-table-ids"
}

data "aws_ssm_parameter" "us_east_1_network_vpc_id" {
  region = "us-east-1"
  name   = "/net-diagram/network/vpc-id"
}

data "aws_ssm_parameter" "us_east_1_operations_topic_arn" {
  region = "us-east-1"
  name   = "/net-diagram/operations/topic-arn"
}

data "aws_ssm_parameter" "us_east_1_orders_db_endpoint" {
  region = "us-east-1"
  name   = "/net-diagram/orders-db/endpoint"
}
