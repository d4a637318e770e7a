# Whoever holds the name above it has to point to its name servers, by hand.
resource "aws_route53_zone" "domain" {
  name    = "example.com"
  comment = "Names of enterprise"
}
