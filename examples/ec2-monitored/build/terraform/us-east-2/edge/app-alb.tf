resource "aws_lb" "app_alb" {
  # checkov:skip=CKV_AWS_91:An ALB logs to a bucket without a KMS key only; what runs behind it logs requests
  # checkov:skip=CKV2_AWS_28:The platform names no firewall for it

  name                             = "ec2-monitored-app-alb"
  load_balancer_type               = "application"
  internal                         = false
  subnets                          = local.network_public_subnet_ids
  security_groups                  = [aws_security_group.app_alb.id]
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = true
  drop_invalid_header_fields       = true
}

resource "aws_lb_listener" "app_alb" {
  load_balancer_arn = aws_lb.app_alb.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.app_certificate.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app_alb_app.arn
  }
}

# Nothing is served in clear text: whoever asks is sent on.
resource "aws_lb_listener" "app_alb_clear_text" {
  load_balancer_arn = aws_lb.app_alb.arn
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
