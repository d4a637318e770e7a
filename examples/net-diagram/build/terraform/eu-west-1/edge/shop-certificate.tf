resource "aws_acm_certificate" "shop_certificate" {
  domain_name               = "shop.example.com"
  subject_alternative_names = []
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "shop_certificate" {
  certificate_arn = aws_acm_certificate.shop_certificate.arn
}
