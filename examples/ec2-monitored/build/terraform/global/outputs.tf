resource "aws_ssm_parameter" "us_east_2_domain_zone_id" {
  region = "us-east-2"
  name   = "/ec2-monitored/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_east_2_records_global_cluster_id" {
  region = "us-east-2"
  name   = "/ec2-monitored/records/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_rds_global_cluster.records.id
}

resource "aws_ssm_parameter" "us_west_1_domain_zone_id" {
  region = "us-west-1"
  name   = "/ec2-monitored/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_west_1_records_global_cluster_id" {
  region = "us-west-1"
  name   = "/ec2-monitored/records/global-cluster-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_rds_global_cluster.records.id
}
