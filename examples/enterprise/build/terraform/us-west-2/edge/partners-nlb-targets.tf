resource "aws_lb_target_group" "partners_nlb_partners" {
  name                 = "enterprise-partners"
  vpc_id               = local.network_vpc_id
  target_type          = "ip"
  port                 = 8090
  protocol             = "TCP"
  deregistration_delay = "30"

  health_check {
    protocol            = "HTTP"
    path                = "/readyz"
    port                = "traffic-port"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}
