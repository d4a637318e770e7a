# Whoever holds the name above it has to point to its name servers, by hand.
resource "aws_route53_zone" "domain" {
  # checkov:skip=CKV2_AWS_38:Signing needs a record in the zone above it, which a person sets by hand
  # checkov:skip=CKV2_AWS_39:What is asked of a public name is no secret, and answers nothing in an audit

  name    = "flask.example.com"
  comment = "Names of ec2-monitored"
}
