resource "aws_ssm_parameter" "eu_west_1_documents_global_cluster_id" {
  region = "eu-west-1"
  name   = "/net-diagram/documents/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_docdb_global_cluster.documents.id
}

resource "aws_ssm_parameter" "eu_west_1_domain_zone_id" {
  region = "eu-west-1"
  name   = "/net-diagram/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_east_1_documents_global_cluster_id" {
  region = "us-east-1"
  name   = "/net-diagram/documents/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_docdb_global_cluster.documents.id
}

resource "aws_ssm_parameter" "us_east_1_domain_zone_id" {
  region = "us-east-1"
  name   = "/net-diagram/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_route53_zone.domain.zone_id
}
