resource "aws_ssm_parameter" "backups_arn" {
  name   = "/enterprise/backups/arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_s3_bucket.backups.arn
}

resource "aws_ssm_parameter" "backups_bucket" {
  name   = "/enterprise/backups/bucket"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_s3_bucket.backups.id
}

resource "aws_ssm_parameter" "backups_key_arn" {
  name   = "/enterprise/backups/key-arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = local.data_key_key_arn
}

resource "aws_ssm_parameter" "carts_arn" {
  name   = "/enterprise/carts/arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = "arn:${data.aws_partition.current.partition}:dynamodb:us-west-2:${data.aws_caller_identity.current.account_id}:table/enterprise-carts"
}

resource "aws_ssm_parameter" "catalog_db_security_group_id" {
  name   = "/enterprise/catalog-db/security-group-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_security_group.catalog_db.id
}

resource "aws_ssm_parameter" "orders_db_security_group_id" {
  name   = "/enterprise/orders-db/security-group-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_security_group.orders_db.id
}

resource "aws_ssm_parameter" "static_assets_arn" {
  name   = "/enterprise/static-assets/arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_s3_bucket.static_assets.arn
}

resource "aws_ssm_parameter" "static_assets_bucket" {
  name   = "/enterprise/static-assets/bucket"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_s3_bucket.static_assets.id
}

resource "aws_ssm_parameter" "static_assets_key_arn" {
  name   = "/enterprise/static-assets/key-arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = local.data_key_key_arn
}
