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
      identifiers = ["logs.us-east-2.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:us-east-2:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }
}

resource "aws_kms_key" "records" {
  description         = "records of ec2-monitored in us-east-2"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.records_key.json
}

resource "aws_kms_alias" "records" {
  name          = "alias/ec2-monitored-records"
  target_key_id = aws_kms_key.records.id
}

# It has no rule of its own: who may in is said where the other end is.
resource "aws_security_group" "records" {
  name        = "ec2-monitored-records"
  description = "Who reaches records; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "ec2-monitored-records"
  }
}

resource "aws_db_subnet_group" "records" {
  name        = "ec2-monitored-records"
  description = "Private subnets of ec2-monitored"
  subnet_ids  = local.network_private_subnet_ids
}

resource "aws_rds_cluster_parameter_group" "records" {
  name        = "ec2-monitored-records-8-0"
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
  name               = "ec2-monitored-records-monitoring-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.records_monitoring_assume.json
}

resource "aws_iam_role_policy_attachment" "records_monitoring" {
  role       = aws_iam_role.records_monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_cloudwatch_log_group" "records_audit" {
  name              = "/aws/rds/cluster/ec2-monitored-records-us-east-2/audit"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_cloudwatch_log_group" "records_error" {
  name              = "/aws/rds/cluster/ec2-monitored-records-us-east-2/error"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_cloudwatch_log_group" "records_slowquery" {
  name              = "/aws/rds/cluster/ec2-monitored-records-us-east-2/slowquery"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_rds_cluster" "records" {
  # checkov:skip=CKV2_AWS_8:Its own backups are kept for 5 days
  # checkov:skip=CKV_AWS_326:A global database cannot be set back in time; a backup is restored

  cluster_identifier                  = "ec2-monitored-records-us-east-2"
  global_cluster_identifier           = local.records_global_cluster_id
  engine                              = "aurora-mysql"
  engine_version                      = "8.0.mysql_aurora.3.10.0"
  database_name                       = "ec2_monitored"
  master_username                     = "outrigger"
  master_password_wo                  = jsondecode(ephemeral.aws_secretsmanager_secret_version.records.secret_string)["password"]
  master_password_wo_version          = 1
  port                                = 3306
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.records.arn
  db_subnet_group_name                = aws_db_subnet_group.records.name
  vpc_security_group_ids              = [aws_security_group.records.id]
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.records.name
  iam_database_authentication_enabled = true
  backup_retention_period             = 5
  preferred_backup_window             = "03:00-04:00"
  preferred_maintenance_window        = "sun:04:30-sun:05:30"
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "ec2-monitored-records-us-east-2-final"
  enabled_cloudwatch_logs_exports     = ["audit", "error", "slowquery"]

  lifecycle {
    # While it has failed over, a cluster may be out of the global one for a time: an apply must
    # neither detach nor replace it. Versions are raised for the global cluster.
    ignore_changes = [
      global_cluster_identifier,
      replication_source_identifier,
      engine_version,
      master_username,
      database_name,
    ]
  }

  depends_on = [
    aws_cloudwatch_log_group.records_audit,
    aws_cloudwatch_log_group.records_error,
    aws_cloudwatch_log_group.records_slowquery,
  ]
}

resource "aws_rds_cluster_instance" "records_1" {
  identifier         = "ec2-monitored-records-us-east-2-1"
  cluster_identifier = aws_rds_cluster.records.id
  engine             = aws_rds_cluster.records.engine
  engine_version     = aws_rds_cluster.records.engine_version

  # db.t2.small was asked for, which AWS does not offer here: Aurora user guide, configuration
  # requirements of a global database: instance classes for memory-intensive applications, so no
  # db.t2.
  instance_class = "db.r6g.large"

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

resource "aws_rds_cluster_instance" "records_2" {
  identifier         = "ec2-monitored-records-us-east-2-2"
  cluster_identifier = aws_rds_cluster.records.id
  engine             = aws_rds_cluster.records.engine
  engine_version     = aws_rds_cluster.records.engine_version

  # db.t2.small was asked for, which AWS does not offer here: Aurora user guide, configuration
  # requirements of a global database: instance classes for memory-intensive applications, so no
  # db.t2.
  instance_class = "db.r6g.large"

  promotion_tier                  = 1
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
