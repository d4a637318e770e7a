resource "aws_secretsmanager_secret" "tokens_datadog_api" {
  # checkov:skip=CKV2_AWS_57:Its value is made elsewhere, and a person brings it

  name                    = "enterprise-tokens/datadog/api"
  description             = "datadog/api: written by a person, read by enterprise"
  kms_key_id              = local.data_key_key_arn
  recovery_window_in_days = 30

  # A region that takes over reads its own copy.
  replica {
    region = "us-west-2"
  }
}

resource "aws_secretsmanager_secret" "tokens_datadog_application" {
  # checkov:skip=CKV2_AWS_57:Its value is made elsewhere, and a person brings it

  name                    = "enterprise-tokens/datadog/application"
  description             = "datadog/application: written by a person, read by enterprise"
  kms_key_id              = local.data_key_key_arn
  recovery_window_in_days = 30

  # A region that takes over reads its own copy.
  replica {
    region = "us-west-2"
  }
}
