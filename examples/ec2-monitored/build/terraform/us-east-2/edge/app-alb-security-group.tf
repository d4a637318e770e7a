resource "aws_security_group" "app_alb" {
  name        = "ec2-monitored-app-alb"
  description = "Clients of app-alb"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "ec2-monitored-app-alb"
  }
}

resource "aws_vpc_security_group_ingress_rule" "app_alb_80" {
  # checkov:skip=CKV_AWS_260:A public listener, which only sends on to TLS

  description       = "Clients, who are sent on to 443"
  security_group_id = aws_security_group.app_alb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "app_alb_443" {
  description       = "Clients"
  security_group_id = aws_security_group.app_alb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "app_alb_to_app" {
  description                  = "To app"
  security_group_id            = aws_security_group.app_alb.id
  referenced_security_group_id = local.app_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5000
  to_port                      = 5000
}

resource "aws_vpc_security_group_ingress_rule" "app_alb_to_app" {
  description                  = "app from app-alb"
  security_group_id            = local.app_security_group_id
  referenced_security_group_id = aws_security_group.app_alb.id
  ip_protocol                  = "tcp"
  from_port                    = 5000
  to_port                      = 5000
}
