# Whoever holds the name above it has to point to its name servers, by hand.
resource "aws_route53_zone" "domain" {
  name    = "shop.example.com"
  comment = "Names of eks-failover"
}

resource "aws_route53_record" "domain" {
  zone_id = aws_route53_zone.domain.zone_id
  name    = "shop.example.com"
  type    = "A"

  alias {
    name                   = aws_globalaccelerator_accelerator.edge.dns_name
    zone_id                = aws_globalaccelerator_accelerator.edge.hosted_zone_id
    evaluate_target_health = true
  }
}
