resource "aws_security_group" "partners_nlb" {
  name        = "enterprise-partners-nlb"
  description = "Clients of partners-nlb"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "enterprise-partners-nlb"
  }
}

resource "aws_vpc_security_group_ingress_rule" "partners_nlb_443" {
  description       = "Clients"
  security_group_id = aws_security_group.partners_nlb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "partners_nlb_to_partners" {
  description                  = "To partners"
  security_group_id            = aws_security_group.partners_nlb.id
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8090
  to_port                      = 8090
}

resource "aws_vpc_security_group_ingress_rule" "partners_nlb_to_partners" {
  description                  = "partners from partners-nlb"
  security_group_id            = local.cluster_security_group_id
  referenced_security_group_id = aws_security_group.partners_nlb.id
  ip_protocol                  = "tcp"
  from_port                    = 8090
  to_port                      = 8090
}
