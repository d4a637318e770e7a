# What serves in eu-west-1 writes there while the writer is in us-east-1.
resource "aws_ssm_parameter" "eu_west_1_orders_db_endpoint_us_east_1" {
  region = "eu-west-1"
  name   = "/net-diagram/orders-db/endpoint-us-east-1"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = local.us_east_1_orders_db_endpoint
}

# What serves in us-east-1 writes there while the writer is in eu-west-1.
resource "aws_ssm_parameter" "us_east_1_orders_db_endpoint_eu_west_1" {
  region = "us-east-1"
  name   = "/net-diagram/orders-db/endpoint-eu-west-1"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = local.eu_west_1_orders_db_endpoint
}
