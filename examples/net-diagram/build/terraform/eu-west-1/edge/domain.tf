resource "aws_route53_health_check" "domain" {
  type              = "HTTPS"
  fqdn              = aws_lb.alb.dns_name
  port              = 443
  resource_path     = "/readyz"
  request_interval  = 10
  failure_threshold = 3
  measure_latency   = true

  tags = {
    Name = "net-diagram-domain-eu-west-1"
  }
}

# Named by its region: its health check, not an edit, takes it out of service.
resource "aws_route53_record" "domain_EU" {
  zone_id         = local.domain_zone_id
  name            = "shop.example.com"
  type            = "A"
  set_identifier  = "eu-west-1-EU"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "domain_AF" {
  zone_id         = local.domain_zone_id
  name            = "shop.example.com"
  type            = "A"
  set_identifier  = "eu-west-1-AF"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    continent = "AF"
  }
}

resource "aws_route53_record" "domain_AS" {
  zone_id         = local.domain_zone_id
  name            = "shop.example.com"
  type            = "A"
  set_identifier  = "eu-west-1-AS"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    continent = "AS"
  }
}

# Answers wherever the region that a place is led to does not.
resource "aws_route53_record" "domain_any_region" {
  zone_id         = local.domain_zone_id
  name            = "_any-region.shop.example.com"
  type            = "A"
  set_identifier  = "eu-west-1-any-region"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}
