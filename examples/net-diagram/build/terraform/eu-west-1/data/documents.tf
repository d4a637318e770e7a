data "aws_iam_policy_document" "documents_key" {
  # checkov:skip=CKV_AWS_109:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_111:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_356:A key policy: its resource is the key itself

  statement {
    sid       = "Account"
    effect    = "Allow"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root",
      ]
    }
  }

  statement {
    sid    = "CloudWatchLogs"
    effect = "Allow"

    actions = [
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:Describe*",
    ]

    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.eu-west-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }
}

resource "aws_kms_key" "documents" {
  description         = "documents of net-diagram in eu-west-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.documents_key.json
}

resource "aws_kms_alias" "documents" {
  name          = "alias/net-diagram-documents"
  target_key_id = aws_kms_key.documents.id
}

# It has no rule of its own: who may in is said where the other end is.
resource "aws_security_group" "documents" {
  name        = "net-diagram-documents"
  description = "Who reaches documents; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "net-diagram-documents"
  }
}

resource "aws_docdb_subnet_group" "documents" {
  name        = "net-diagram-documents"
  description = "Private subnets of net-diagram"
  subnet_ids  = local.network_private_subnet_ids
}

resource "aws_docdb_cluster_parameter_group" "documents" {
  name        = "net-diagram-documents-5-0"
  family      = "docdb5.0"
  description = "documents: TLS only, audited"

  parameter {
    name  = "tls"
    value = "enabled"
  }

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "documents_audit" {
  name              = "/aws/docdb/net-diagram-documents-eu-west-1/audit"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.documents.arn
}

resource "aws_cloudwatch_log_group" "documents_profiler" {
  name              = "/aws/docdb/net-diagram-documents-eu-west-1/profiler"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.documents.arn
}

resource "aws_docdb_cluster" "documents" {
  cluster_identifier              = "net-diagram-documents-eu-west-1"
  global_cluster_identifier       = local.documents_global_cluster_id
  engine                          = "docdb"
  engine_version                  = "5.0.0"
  port                            = 27017
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.documents.arn
  db_subnet_group_name            = aws_docdb_subnet_group.documents.name
  vpc_security_group_ids          = [aws_security_group.documents.id]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.documents.name
  backup_retention_period         = 7
  preferred_backup_window         = "03:00-04:00"
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
  deletion_protection             = true
  skip_final_snapshot             = false
  final_snapshot_identifier       = "net-diagram-documents-eu-west-1-final"

  lifecycle {
    # While it has failed over, a cluster may be out of the global one for a time: an apply must
    # neither detach nor replace it. Versions are raised for the global cluster. Its password is
    # that of the copy that writes, and is set there.
    ignore_changes = [
      global_cluster_identifier,
      engine_version,
      master_username,
      master_password_wo_version,
    ]
  }

  depends_on = [
    aws_cloudwatch_log_group.documents_audit,
    aws_cloudwatch_log_group.documents_profiler,
  ]
}

resource "aws_docdb_cluster_instance" "documents_1" {
  identifier                      = "net-diagram-documents-eu-west-1-1"
  cluster_identifier              = aws_docdb_cluster.documents.id
  instance_class                  = "db.r6g.large"
  promotion_tier                  = 0
  ca_cert_identifier              = "rds-ca-rsa2048-g1"
  auto_minor_version_upgrade      = true
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  enable_performance_insights     = true
  performance_insights_kms_key_id = aws_kms_key.documents.arn
  copy_tags_to_snapshot           = true
}

resource "aws_docdb_cluster_instance" "documents_2" {
  identifier                      = "net-diagram-documents-eu-west-1-2"
  cluster_identifier              = aws_docdb_cluster.documents.id
  instance_class                  = "db.r6g.large"
  promotion_tier                  = 1
  ca_cert_identifier              = "rds-ca-rsa2048-g1"
  auto_minor_version_upgrade      = true
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  enable_performance_insights     = true
  performance_insights_kms_key_id = aws_kms_key.documents.arn
  copy_tags_to_snapshot           = true
}
