resource "aws_route53_health_check" "partners_domain" {
  type              = "HTTPS"
  fqdn              = aws_lb.partners_nlb.dns_name
  port              = 443
  resource_path     = "/readyz"
  request_interval  = 10
  failure_threshold = 3
  measure_latency   = true

  tags = {
    Name = "enterprise-partners-domain-us-east-2"
  }
}

# Named by its region: its health check, not an edit, takes it out of service.
resource "aws_route53_record" "partners_domain" {
  zone_id         = local.partners_domain_zone_id
  name            = "partners.example.com"
  type            = "A"
  set_identifier  = "us-east-2"
  health_check_id = aws_route53_health_check.partners_domain.id

  alias {
    name                   = aws_lb.partners_nlb.dns_name
    zone_id                = aws_lb.partners_nlb.zone_id
    evaluate_target_health = true
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}
