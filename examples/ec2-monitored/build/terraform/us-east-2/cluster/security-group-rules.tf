resource "aws_vpc_security_group_ingress_rule" "records_from_app" {
  description                  = "records from app"
  security_group_id            = local.records_security_group_id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}
