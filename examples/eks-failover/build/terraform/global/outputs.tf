resource "aws_ssm_parameter" "us_east_1_domain_zone_id" {
  region = "us-east-1"
  name   = "/eks-failover/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_east_1_edge_listener_arn" {
  region = "us-east-1"
  name   = "/eks-failover/edge/listener-arn"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_globalaccelerator_listener.edge.arn
}

resource "aws_ssm_parameter" "us_west_2_domain_zone_id" {
  region = "us-west-2"
  name   = "/eks-failover/domain/zone-id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_route53_zone.domain.zone_id
}

resource "aws_ssm_parameter" "us_west_2_edge_listener_arn" {
  region = "us-west-2"
  name   = "/eks-failover/edge/listener-arn"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_globalaccelerator_listener.edge.arn
}
