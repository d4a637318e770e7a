resource "aws_security_group" "web_alb" {
  name        = "eks-failover-web-alb"
  description = "Clients of web-alb"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "eks-failover-web-alb"
  }
}

resource "aws_vpc_security_group_ingress_rule" "web_alb_80" {
  # checkov:skip=CKV_AWS_260:A public listener, which only sends on to TLS

  description       = "Clients, who are sent on to 443"
  security_group_id = aws_security_group.web_alb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "web_alb_443" {
  description       = "Clients"
  security_group_id = aws_security_group.web_alb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "web_alb_to_catalog" {
  description                  = "To catalog"
  security_group_id            = aws_security_group.web_alb.id
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8082
  to_port                      = 8082
}

resource "aws_vpc_security_group_ingress_rule" "web_alb_to_catalog" {
  description                  = "catalog from web-alb"
  security_group_id            = local.cluster_security_group_id
  referenced_security_group_id = aws_security_group.web_alb.id
  ip_protocol                  = "tcp"
  from_port                    = 8082
  to_port                      = 8082
}

resource "aws_vpc_security_group_egress_rule" "web_alb_to_gateway" {
  description                  = "To gateway"
  security_group_id            = aws_security_group.web_alb.id
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8083
  to_port                      = 8083
}

resource "aws_vpc_security_group_ingress_rule" "web_alb_to_gateway" {
  description                  = "gateway from web-alb"
  security_group_id            = local.cluster_security_group_id
  referenced_security_group_id = aws_security_group.web_alb.id
  ip_protocol                  = "tcp"
  from_port                    = 8083
  to_port                      = 8083
}

resource "aws_vpc_security_group_egress_rule" "web_alb_to_web" {
  description                  = "To web"
  security_group_id            = aws_security_group.web_alb.id
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}

resource "aws_vpc_security_group_ingress_rule" "web_alb_to_web" {
  description                  = "web from web-alb"
  security_group_id            = local.cluster_security_group_id
  referenced_security_group_id = aws_security_group.web_alb.id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}
