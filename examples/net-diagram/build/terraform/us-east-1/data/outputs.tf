resource "aws_ssm_parameter" "documents_endpoint" {
  name   = "/net-diagram/documents/endpoint"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_docdb_cluster.documents.endpoint
}

resource "aws_ssm_parameter" "documents_key_arn" {
  name   = "/net-diagram/documents/key-arn"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_kms_key.documents.arn
}

resource "aws_ssm_parameter" "documents_security_group_id" {
  name   = "/net-diagram/documents/security-group-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_security_group.documents.id
}

resource "aws_ssm_parameter" "files_arn" {
  name   = "/net-diagram/files/arn"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_efs_file_system.files.arn
}

resource "aws_ssm_parameter" "files_id" {
  name   = "/net-diagram/files/id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_efs_file_system.files.id
}

resource "aws_ssm_parameter" "files_security_group_id" {
  name   = "/net-diagram/files/security-group-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_security_group.files.id
}

resource "aws_ssm_parameter" "orders_db_endpoint" {
  name   = "/net-diagram/orders-db/endpoint"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_db_instance.orders_db.address
}

resource "aws_ssm_parameter" "orders_db_key_arn" {
  name   = "/net-diagram/orders-db/key-arn"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_kms_key.orders_db.arn
}

resource "aws_ssm_parameter" "orders_db_security_group_id" {
  name   = "/net-diagram/orders-db/security-group-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_security_group.orders_db.id
}
