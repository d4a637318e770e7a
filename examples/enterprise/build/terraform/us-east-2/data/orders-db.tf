# It has no rule of its own: who may in is said where the other end is.
resource "aws_security_group" "orders_db" {
  name        = "enterprise-orders-db"
  description = "Who reaches orders-db; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "enterprise-orders-db"
  }
}

resource "aws_db_subnet_group" "orders_db" {
  name        = "enterprise-orders-db"
  description = "Private subnets of enterprise"
  subnet_ids  = local.network_private_subnet_ids
}

resource "aws_db_parameter_group" "orders_db" {
  name        = "enterprise-orders-db-17"
  family      = "postgres17"
  description = "orders-db: TLS only, slow statements are logged"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  lifecycle {
    create_before_destroy = true
  }
}

data "aws_iam_policy_document" "orders_db_monitoring_assume" {
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

resource "aws_iam_role" "orders_db_monitoring" {
  name               = "enterprise-orders-db-monitoring-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.orders_db_monitoring_assume.json
}

resource "aws_iam_role_policy_attachment" "orders_db_monitoring" {
  role       = aws_iam_role.orders_db_monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_cloudwatch_log_group" "orders_db_postgresql" {
  name              = "/aws/rds/instance/enterprise-orders-db-us-east-2/postgresql"
  retention_in_days = 365
  kms_key_id        = local.data_key_key_arn
}

resource "aws_cloudwatch_log_group" "orders_db_upgrade" {
  name              = "/aws/rds/instance/enterprise-orders-db-us-east-2/upgrade"
  retention_in_days = 365
  kms_key_id        = local.data_key_key_arn
}

resource "aws_cloudwatch_log_group" "orders_db_2_postgresql" {
  name              = "/aws/rds/instance/enterprise-orders-db-us-east-2-2/postgresql"
  retention_in_days = 365
  kms_key_id        = local.data_key_key_arn
}

resource "aws_cloudwatch_log_group" "orders_db_2_upgrade" {
  name              = "/aws/rds/instance/enterprise-orders-db-us-east-2-2/upgrade"
  retention_in_days = 365
  kms_key_id        = local.data_key_key_arn
}

resource "aws_db_instance" "orders_db" {
  identifier          = "enterprise-orders-db-us-east-2"
  engine              = "postgres"
  engine_version      = "17"
  db_name             = "enterprise"
  username            = "outrigger"
  password_wo         = jsondecode(ephemeral.aws_secretsmanager_secret_version.orders_db.secret_string)["password"]
  password_wo_version = 1
  instance_class      = "db.r6g.large"
  port                = 5432
  storage_type        = "gp3"
  allocated_storage   = 100

  # The disk grows by itself up to here.
  max_allocated_storage = 200

  storage_encrypted                   = true
  kms_key_id                          = local.data_key_key_arn
  multi_az                            = true
  db_subnet_group_name                = aws_db_subnet_group.orders_db.name
  vpc_security_group_ids              = [aws_security_group.orders_db.id]
  publicly_accessible                 = false
  parameter_group_name                = aws_db_parameter_group.orders_db.name
  ca_cert_identifier                  = "rds-ca-rsa2048-g1"
  iam_database_authentication_enabled = true
  backup_retention_period             = 7
  backup_window                       = "03:00-04:00"
  maintenance_window                  = "sun:04:30-sun:05:30"
  auto_minor_version_upgrade          = true
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "enterprise-orders-db-us-east-2-final"
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
  performance_insights_enabled        = true
  performance_insights_kms_key_id     = local.data_key_key_arn
  monitoring_interval                 = 60
  monitoring_role_arn                 = aws_iam_role.orders_db_monitoring.arn

  lifecycle {
    # A copy that was promoted follows nobody.
    ignore_changes = [replicate_source_db]
  }

  depends_on = [
    aws_cloudwatch_log_group.orders_db_postgresql,
    aws_cloudwatch_log_group.orders_db_upgrade,
  ]
}
