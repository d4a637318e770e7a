# Nobody shows it: by it the record below is known, which each region needs for its own.
resource "aws_acm_certificate" "shop_certificate" {
  domain_name               = "shop.example.com"
  subject_alternative_names = []
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# The same for every region: their certificates are renewed as long as it is there.
resource "aws_route53_record" "shop_certificate_proof" {
  for_each = { for option in aws_acm_certificate.shop_certificate.domain_validation_options : option.domain_name => option }

  zone_id = aws_route53_zone.domain.zone_id
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  records = [each.value.resource_record_value]
  ttl     = 60

  # A name and its wildcard have one record between them.
  allow_overwrite = true
}
