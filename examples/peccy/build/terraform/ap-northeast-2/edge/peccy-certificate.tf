resource "aws_acm_certificate" "peccy_certificate" {
  domain_name               = "peccy.example.com"
  subject_alternative_names = []
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "peccy_certificate" {
  certificate_arn = aws_acm_certificate.peccy_certificate.arn
}
