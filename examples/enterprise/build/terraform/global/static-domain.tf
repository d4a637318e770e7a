resource "aws_route53_record" "static_domain" {
  zone_id = aws_route53_zone.domain.zone_id
  name    = "static.example.com"
  type    = "A"

  alias {
    name                   = aws_cloudfront_distribution.static_cdn.domain_name
    zone_id                = aws_cloudfront_distribution.static_cdn.hosted_zone_id
    evaluate_target_health = false
  }
}
