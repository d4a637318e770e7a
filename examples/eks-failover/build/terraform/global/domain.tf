# Whoever holds the name above it has to point to its name servers, by hand.
resource "aws_route53_zone" "domain" {
  # checkov:skip=CKV2_AWS_38:Signing needs a record in the zone above it, which a person sets by hand
  # checkov:skip=CKV2_AWS_39:What is asked of a public name is no secret, and answers nothing in an audit

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
