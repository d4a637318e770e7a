resource "aws_route53_health_check" "domain" {
  type              = "HTTPS"
  fqdn              = aws_lb.app_alb.dns_name
  port              = 443
  resource_path     = "/health"
  request_interval  = 10
  failure_threshold = 3
  measure_latency   = true

  tags = {
    Name = "ec2-monitored-domain-us-east-2"
  }
}

# Named by its region: its health check, not an edit, takes it out of service.
resource "aws_route53_record" "domain" {
  zone_id         = local.domain_zone_id
  name            = "flask.example.com"
  type            = "A"
  set_identifier  = "us-east-2"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.app_alb.dns_name
    zone_id                = aws_lb.app_alb.zone_id
    evaluate_target_health = true
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}
