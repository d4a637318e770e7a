resource "aws_lb_target_group" "alb_catalog" {
  # checkov:skip=CKV_AWS_378:Only HTTPS leads here: by a rule of that listener, which Checkov does not follow

  name                 = "net-diagram-catalog"
  vpc_id               = local.network_vpc_id
  target_type          = "ip"
  port                 = 8082
  protocol             = "HTTP"
  deregistration_delay = "30"

  health_check {
    protocol            = "HTTP"
    path                = "/readyz"
    port                = "traffic-port"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
    matcher             = "200"
  }
}

resource "aws_lb_target_group" "alb_gateway" {
  # checkov:skip=CKV_AWS_378:Only HTTPS leads here: by a rule of that listener, which Checkov does not follow

  name                 = "net-diagram-gateway"
  vpc_id               = local.network_vpc_id
  target_type          = "ip"
  port                 = 8083
  protocol             = "HTTP"
  deregistration_delay = "30"

  health_check {
    protocol            = "HTTP"
    path                = "/readyz"
    port                = "traffic-port"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
    matcher             = "200"
  }
}

resource "aws_lb_target_group" "alb_frontend" {
  name                 = "net-diagram-frontend"
  vpc_id               = local.network_vpc_id
  target_type          = "ip"
  port                 = 8080
  protocol             = "HTTP"
  deregistration_delay = "30"

  health_check {
    protocol            = "HTTP"
    path                = "/readyz"
    port                = "traffic-port"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
    matcher             = "200"
  }
}
