resource "aws_ssm_parameter" "us_east_2_catalog_db_global_cluster_id" {
  region = "us-east-2"
  name   = "/enterprise/catalog-db/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_rds_global_cluster.catalog_db.id
}

resource "aws_ssm_parameter" "us_east_2_data_key_key_arn" {
  region = "us-east-2"
  name   = "/enterprise/data-key/key-arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_kms_key.data_key_us_east_2.arn
}

resource "aws_ssm_parameter" "us_east_2_domain_zone_id" {
  region = "us-east-2"
  name   = "/enterprise/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_east_2_partners_domain_zone_id" {
  region = "us-east-2"
  name   = "/enterprise/partners-domain/zone-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_east_2_static_cdn_arn" {
  region = "us-east-2"
  name   = "/enterprise/static-cdn/arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_cloudfront_distribution.static_cdn.arn
}

resource "aws_ssm_parameter" "us_west_2_catalog_db_global_cluster_id" {
  region = "us-west-2"
  name   = "/enterprise/catalog-db/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_rds_global_cluster.catalog_db.id
}

resource "aws_ssm_parameter" "us_west_2_data_key_key_arn" {
  region = "us-west-2"
  name   = "/enterprise/data-key/key-arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_kms_replica_key.data_key_us_west_2.arn
}

resource "aws_ssm_parameter" "us_west_2_domain_zone_id" {
  region = "us-west-2"
  name   = "/enterprise/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_west_2_partners_domain_zone_id" {
  region = "us-west-2"
  name   = "/enterprise/partners-domain/zone-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_west_2_static_cdn_arn" {
  region = "us-west-2"
  name   = "/enterprise/static-cdn/arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_cloudfront_distribution.static_cdn.arn
}
