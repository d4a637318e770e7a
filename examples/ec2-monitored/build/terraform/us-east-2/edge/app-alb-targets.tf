resource "aws_lb_target_group" "app_alb_app" {
  name                 = "ec2-monitored-app"
  vpc_id               = local.network_vpc_id
  target_type          = "instance"
  port                 = 5000
  protocol             = "HTTP"
  deregistration_delay = "30"

  health_check {
    protocol            = "HTTP"
    path                = "/health"
    port                = "traffic-port"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
    matcher             = "200"
  }
}
