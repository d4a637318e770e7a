# What the regions have made. They are identifiers, encrypted but no secrets: plans may show them.
locals {
  us_east_2_backups_arn      = nonsensitive(data.aws_ssm_parameter.us_east_2_backups_arn.value)
  us_east_2_backups_bucket   = nonsensitive(data.aws_ssm_parameter.us_east_2_backups_bucket.value)
  us_east_2_backups_key_arn  = nonsensitive(data.aws_ssm_parameter.us_east_2_backups_key_arn.value)
  us_east_2_data_key_key_arn = nonsensitive(data.aws_ssm_parameter.us_east_2_data_key_key_arn.value)

  us_east_2_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_east_2_network_route_table_ids.value)
  )

  us_east_2_network_vpc_id        = nonsensitive(data.aws_ssm_parameter.us_east_2_network_vpc_id.value)
  us_east_2_static_assets_arn     = nonsensitive(data.aws_ssm_parameter.us_east_2_static_assets_arn.value)
  us_east_2_static_assets_bucket  = nonsensitive(data.aws_ssm_parameter.us_east_2_static_assets_bucket.value)
  us_east_2_static_assets_key_arn = nonsensitive(data.aws_ssm_parameter.us_east_2_static_assets_key_arn.value)
  us_west_2_backups_arn           = nonsensitive(data.aws_ssm_parameter.us_west_2_backups_arn.value)
  us_west_2_backups_bucket        = nonsensitive(data.aws_ssm_parameter.us_west_2_backups_bucket.value)
  us_west_2_backups_key_arn       = nonsensitive(data.aws_ssm_parameter.us_west_2_backups_key_arn.value)
  us_west_2_data_key_key_arn      = nonsensitive(data.aws_ssm_parameter.us_west_2_data_key_key_arn.value)

  us_west_2_network_route_table_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.us_west_2_network_route_table_ids.value)
  )

  us_west_2_network_vpc_id        = nonsensitive(data.aws_ssm_parameter.us_west_2_network_vpc_id.value)
  us_west_2_static_assets_arn     = nonsensitive(data.aws_ssm_parameter.us_west_2_static_assets_arn.value)
  us_west_2_static_assets_bucket  = nonsensitive(data.aws_ssm_parameter.us_west_2_static_assets_bucket.value)
  us_west_2_static_assets_key_arn = nonsensitive(data.aws_ssm_parameter.us_west_2_static_assets_key_arn.value)
}

data "aws_ssm_parameter" "us_east_2_backups_arn" {
  region = "us-east-2"
  name   = "/enterprise/backups/arn"
}

data "aws_ssm_parameter" "us_east_2_backups_bucket" {
  region = "us-east-2"
  name   = "/enterprise/backups/bucket"
}

data "aws_ssm_parameter" "us_east_2_backups_key_arn" {
  region = "us-east-2"
  name   = "/enterprise/backups/key-arn"
}

data "aws_ssm_parameter" "us_east_2_data_key_key_arn" {
  region = "us-east-2"
  name   = "/enterprise/data-key/key-arn"
}

data "aws_ssm_parameter" "us_east_2_network_route_table_ids" {
  region = "us-east-2"
  name   = "/enterprise/network/route-table-ids"
}

data "aws_ssm_parameter" "us_east_2_network_vpc_id" {
  region = "us-east-2"
  name   = "/enterprise/network/vpc-id"
}

data "aws_ssm_parameter" "us_east_2_static_assets_arn" {
  region = "us-east-2"
  name   = "/enterprise/static-assets/arn"
}

data "aws_ssm_parameter" "us_east_2_static_assets_bucket" {
  region = "us-east-2"
  name   = "/enterprise/static-assets/bucket"
}

data "aws_ssm_parameter" "us_east_2_static_assets_key_arn" {
  region = "us-east-2"
  name   = "/enterprise/static-assets/key-arn"
}

data "aws_ssm_parameter" "us_west_2_backups_arn" {
  region = "us-west-2"
  name   = "/enterprise/backups/arn"
}

data "aws_ssm_parameter" "us_west_2_backups_bucket" {
  region = "us-west-2"
  name   = "/enterprise/backups/bucket"
}

data "aws_ssm_parameter" "us_west_2_backups_key_arn" {
  region = "us-west-2"
  name   = "/enterprise/backups/key-arn"
}

data "aws_ssm_parameter" "us_west_2_data_key_key_arn" {
  region = "us-west-2"
  name   = "/enterprise/data-key/key-arn"
}

data "aws_ssm_parameter" "us_west_2_network_route_table_ids" {
  region = "us-west-2"
  name   = "/enterprise/network/route-table-ids"
}

data "aws_ssm_parameter" "us_west_2_network_vpc_id" {
  region = "us-west-2"
  name   = "/enterprise/network/vpc-id"
}

data "aws_ssm_parameter" "us_west_2_static_assets_arn" {
  region = "us-west-2"
  name   = "/enterprise/static-assets/arn"
}

data "aws_ssm_parameter" "us_west_2_static_assets_bucket" {
  region = "us-west-2"
  name   = "/enterprise/static-assets/bucket"
}

data "aws_ssm_parameter" "us_west_2_static_assets_key_arn" {
  region = "us-west-2"
  name   = "/enterprise/static-assets/key-arn"
}
