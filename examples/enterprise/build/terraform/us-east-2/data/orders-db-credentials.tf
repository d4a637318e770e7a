ephemeral "aws_secretsmanager_random_password" "orders_db" {
  password_length    = 28
  exclude_characters = "/@\"' \\"
}

# RDS can neither manage nor rotate the password of a database that other regions follow. To change
# it, raise `passwords.version` in the platform, build, and apply `data` here, then in the region
# that writes, whose copy of the secret has followed by then.
resource "aws_secretsmanager_secret" "orders_db" {
  # checkov:skip=CKV2_AWS_57:Rotated by its version: RDS refuses to for what replicates

  name                    = "enterprise-orders-db"
  description             = "Administrator of orders-db"
  kms_key_id              = local.data_key_key_arn
  recovery_window_in_days = 30

  # A region that takes over reads its own copy.
  replica {
    region = "us-west-2"
  }
}

resource "aws_secretsmanager_secret_version" "orders_db" {
  secret_id = aws_secretsmanager_secret.orders_db.id

  secret_string_wo = jsonencode({
    username = "outrigger"
    password = ephemeral.aws_secretsmanager_random_password.orders_db.random_password
    version  = 1
  })

  secret_string_wo_version = 1
}

# Read back, so that the database gets what the secret holds and nothing else.
ephemeral "aws_secretsmanager_secret_version" "orders_db" {
  secret_id = aws_secretsmanager_secret_version.orders_db.secret_id
}
