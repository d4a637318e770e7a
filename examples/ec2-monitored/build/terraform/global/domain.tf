# Whoever holds the name above it has to point to its name servers, by hand.
resource "aws_route53_zone" "domain" {
  name    = "flask.example.com"
  comment = "Names of ec2-monitored"
}
