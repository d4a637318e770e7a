resource "aws_acm_certificate" "app_certificate" {
  domain_name               = "flask.example.com"
  subject_alternative_names = []
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "app_certificate" {
  certificate_arn = aws_acm_certificate.app_certificate.arn
}
