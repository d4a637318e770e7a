resource "aws_dynamodb_table" "carts" {
  region                      = "us-east-2"
  name                        = "enterprise-carts"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "cartId"
  deletion_protection_enabled = true
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "cartId"
    type = "S"
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = 35
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = local.us_east_2_data_key_key_arn
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  replica {
    region_name                 = "us-west-2"
    point_in_time_recovery      = true
    deletion_protection_enabled = true
    propagate_tags              = true
    kms_key_arn                 = local.us_west_2_data_key_key_arn
  }
}
