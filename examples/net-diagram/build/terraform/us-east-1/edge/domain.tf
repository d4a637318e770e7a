resource "aws_route53_health_check" "domain" {
  type              = "HTTPS"
  fqdn              = aws_lb.alb.dns_name
  port              = 443
  resource_path     = "/readyz"
  request_interval  = 10
  failure_threshold = 3
  measure_latency   = true

  tags = {
    Name = "net-diagram-domain-us-east-1"
  }
}

# Named by its region: its health check, not an edit, takes it out of service.
resource "aws_route53_record" "domain_NA" {
  zone_id         = local.domain_zone_id
  name            = "shop.example.com"
  type            = "A"
  set_identifier  = "us-east-1-NA"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    continent = "NA"
  }
}

resource "aws_route53_record" "domain_SA" {
  zone_id         = local.domain_zone_id
  name            = "shop.example.com"
  type            = "A"
  set_identifier  = "us-east-1-SA"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    continent = "SA"
  }
}

# Answers wherever the region that a place is led to does not.
resource "aws_route53_record" "domain_any_region" {
  zone_id         = local.domain_zone_id
  name            = "_any-region.shop.example.com"
  type            = "A"
  set_identifier  = "us-east-1-any-region"
  health_check_id = aws_route53_health_check.domain.id

  alias {
    name                   = aws_lb.alb.dns_name
    zone_id                = aws_lb.alb.zone_id
    evaluate_target_health = true
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

# Also what a place falls back to when its own region is lost.
resource "aws_route53_record" "domain_elsewhere" {
  zone_id        = local.domain_zone_id
  name           = "shop.example.com"
  type           = "A"
  set_identifier = "us-east-1-elsewhere"

  alias {
    name                   = aws_route53_record.domain_any_region.name
    zone_id                = local.domain_zone_id
    evaluate_target_health = true
  }

  geolocation_routing_policy {
    country = "*"
  }
}
