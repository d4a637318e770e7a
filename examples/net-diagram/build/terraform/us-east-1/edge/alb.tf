resource "aws_lb" "alb" {
  # checkov:skip=CKV_AWS_91:An ALB logs to a bucket without a KMS key only; what runs behind it logs requests
  # checkov:skip=CKV2_AWS_28:The platform names no firewall for it

  name                             = "net-diagram-alb"
  load_balancer_type               = "application"
  internal                         = false
  subnets                          = local.network_public_subnet_ids
  security_groups                  = [aws_security_group.alb.id]
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = true
  drop_invalid_header_fields       = true
}

resource "aws_lb_listener" "alb" {
  load_balancer_arn = aws_lb.alb.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.shop_certificate.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.alb_frontend.arn
  }
}

resource "aws_lb_listener_rule" "alb_api_catalog" {
  listener_arn = aws_lb_listener.alb.arn
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.alb_catalog.arn
  }

  condition {
    path_pattern {
      values = ["/api/catalog", "/api/catalog/*"]
    }
  }
}

resource "aws_lb_listener_rule" "alb_api" {
  listener_arn = aws_lb_listener.alb.arn
  priority     = 20

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.alb_gateway.arn
  }

  condition {
    path_pattern {
      values = ["/api", "/api/*"]
    }
  }
}

# Nothing is served in clear text: whoever asks is sent on.
resource "aws_lb_listener" "alb_clear_text" {
  load_balancer_arn = aws_lb.alb.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
