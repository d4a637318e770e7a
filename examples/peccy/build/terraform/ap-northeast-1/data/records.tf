data "aws_iam_policy_document" "records_key" {
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
      identifiers = ["logs.ap-northeast-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:ap-northeast-1:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }
}

resource "aws_kms_key" "records" {
  description         = "records of peccy in ap-northeast-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.records_key.json
}

resource "aws_kms_alias" "records" {
  name          = "alias/peccy-records"
  target_key_id = aws_kms_key.records.id
}

# It has no rule of its own: who may in is said where the other end is.
resource "aws_security_group" "records" {
  name        = "peccy-records"
  description = "Who reaches records; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "peccy-records"
  }
}

resource "aws_db_subnet_group" "records" {
  name        = "peccy-records"
  description = "Private subnets of peccy"
  subnet_ids  = local.network_private_subnet_ids
}

resource "aws_rds_cluster_parameter_group" "records" {
  name        = "peccy-records-8-0"
  family      = "aurora-mysql8.0"
  description = "records: TLS only, audited"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }

  parameter {
    name  = "server_audit_logging"
    value = "1"
  }

  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY_DDL,QUERY_DCL"
  }

  lifecycle {
    create_before_destroy = true
  }
}

data "aws_iam_policy_document" "records_monitoring_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "records_monitoring" {
  name               = "peccy-records-monitoring-ap-northeast-1"
  assume_role_policy = data.aws_iam_policy_document.records_monitoring_assume.json
}

resource "aws_iam_role_policy_attachment" "records_monitoring" {
  role       = aws_iam_role.records_monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_cloudwatch_log_group" "records_audit" {
  name              = "/aws/rds/cluster/peccy-records-ap-northeast-1/audit"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_cloudwatch_log_group" "records_error" {
  name              = "/aws/rds/cluster/peccy-records-ap-northeast-1/error"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_cloudwatch_log_group" "records_slowquery" {
  name              = "/aws/rds/cluster/peccy-records-ap-northeast-1/slowquery"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_rds_cluster" "records" {
  # checkov:skip=CKV2_AWS_8:Its own backups are kept for 7 days
  # checkov:skip=CKV_AWS_326:A global database cannot be set back in time; a backup is restored

  cluster_identifier                  = "peccy-records-ap-northeast-1"
  global_cluster_identifier           = local.records_global_cluster_id
  engine                              = "aurora-mysql"
  engine_version                      = "8.0.mysql_aurora.3.10.0"
  source_region                       = "ap-northeast-2"
  port                                = 3306
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.records.arn
  db_subnet_group_name                = aws_db_subnet_group.records.name
  vpc_security_group_ids              = [aws_security_group.records.id]
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.records.name
  iam_database_authentication_enabled = true
  backup_retention_period             = 7
  preferred_backup_window             = "03:00-04:00"
  preferred_maintenance_window        = "sun:04:30-sun:05:30"
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "peccy-records-ap-northeast-1-final"
  enabled_cloudwatch_logs_exports     = ["audit", "error", "slowquery"]

  lifecycle {
    # While it has failed over, a cluster may be out of the global one for a time: an apply must
    # neither detach nor replace it. Versions are raised for the global cluster. Its password is
    # that of the copy that writes, and is set there.
    ignore_changes = [
      global_cluster_identifier,
      replication_source_identifier,
      engine_version,
      master_username,
      database_name,
      master_password_wo_version,
    ]
  }

  depends_on = [
    aws_cloudwatch_log_group.records_audit,
    aws_cloudwatch_log_group.records_error,
    aws_cloudwatch_log_group.records_slowquery,
  ]
}

resource "aws_rds_cluster_instance" "records_1" {
  identifier                      = "peccy-records-ap-northeast-1-1"
  cluster_identifier              = aws_rds_cluster.records.id
  engine                          = aws_rds_cluster.records.engine
  engine_version                  = aws_rds_cluster.records.engine_version
  instance_class                  = "db.r6g.large"
  promotion_tier                  = 0
  publicly_accessible             = false
  ca_cert_identifier              = "rds-ca-rsa2048-g1"
  auto_minor_version_upgrade      = true
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.records.arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.records_monitoring.arn
  copy_tags_to_snapshot           = true
}
