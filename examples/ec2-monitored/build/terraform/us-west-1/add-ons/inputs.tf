# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  monitoring_oidc_issuer       = nonsensitive(data.aws_ssm_parameter.monitoring_oidc_issuer.value)
  monitoring_oidc_provider_arn = nonsensitive(data.aws_ssm_parameter.monitoring_oidc_provider_arn.value)
}

data "aws_ssm_parameter" "monitoring_oidc_issuer" {
  name = "/ec2-monitored/monitoring/oidc-issuer"
}

data "aws_ssm_parameter" "monitoring_oidc_provider_arn" {
  name = "/ec2-monitored/monitoring/oidc-provider-arn"
}
