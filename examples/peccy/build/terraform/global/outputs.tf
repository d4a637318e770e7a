resource "aws_ssm_parameter" "ap_northeast_1_domain_zone_id" {
  region = "ap-northeast-1"
  name   = "/peccy/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "ap_northeast_1_records_global_cluster_id" {
  region = "ap-northeast-1"
  name   = "/peccy/records/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_rds_global_cluster.records.id
}

resource "aws_ssm_parameter" "ap_northeast_2_domain_zone_id" {
  region = "ap-northeast-2"
  name   = "/peccy/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "ap_northeast_2_records_global_cluster_id" {
  region = "ap-northeast-2"
  name   = "/peccy/records/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_rds_global_cluster.records.id
}
