resource "aws_lb" "partners_nlb" {
  # checkov:skip=CKV_AWS_91:Flow logs of the VPC have its connections

  name                             = "enterprise-partners-nlb"
  load_balancer_type               = "network"
  internal                         = false
  subnets                          = local.network_public_subnet_ids
  security_groups                  = [aws_security_group.partners_nlb.id]
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = true
}

resource "aws_lb_listener" "partners_nlb" {
  load_balancer_arn = aws_lb.partners_nlb.arn
  port              = 443
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.shop_certificate.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.partners_nlb_partners.arn
  }
}
