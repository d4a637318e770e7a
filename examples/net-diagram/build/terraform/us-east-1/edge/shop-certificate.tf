resource "aws_acm_certificate" "shop_certificate" {
  domain_name               = "shop.example.com"
  subject_alternative_names = []
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "shop_certificate_proof" {
  for_each = { for option in aws_acm_certificate.shop_certificate.domain_validation_options : option.domain_name => option }

  zone_id = local.domain_zone_id
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  records = [each.value.resource_record_value]
  ttl     = 60

  # Another region writes the same record for the same name.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "shop_certificate" {
  certificate_arn         = aws_acm_certificate.shop_certificate.arn
  validation_record_fqdns = [for record in aws_route53_record.shop_certificate_proof : record.fqdn]
}
