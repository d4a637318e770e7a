# It has no rule of its own: who may in is said where the other end is.
resource "aws_security_group" "catalog_db" {
  name        = "enterprise-catalog-db"
  description = "Who reaches catalog-db; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "enterprise-catalog-db"
  }
}

resource "aws_db_subnet_group" "catalog_db" {
  name        = "enterprise-catalog-db"
  description = "Private subnets of enterprise"
  subnet_ids  = local.network_private_subnet_ids
}

resource "aws_rds_cluster_parameter_group" "catalog_db" {
  name        = "enterprise-catalog-db-17"
  family      = "aurora-postgresql17"
  description = "catalog-db: TLS only, audited"

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

data "aws_iam_policy_document" "catalog_db_monitoring_assume" {
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

resource "aws_iam_role" "catalog_db_monitoring" {
  name               = "enterprise-catalog-db-monitoring-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.catalog_db_monitoring_assume.json
}

resource "aws_iam_role_policy_attachment" "catalog_db_monitoring" {
  role       = aws_iam_role.catalog_db_monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_cloudwatch_log_group" "catalog_db_postgresql" {
  name              = "/aws/rds/cluster/enterprise-catalog-db-us-east-2/postgresql"
  retention_in_days = 365
  kms_key_id        = local.data_key_key_arn
}

resource "aws_rds_cluster" "catalog_db" {
  # checkov:skip=CKV2_AWS_8:Its own backups are kept for 7 days

  cluster_identifier                  = "enterprise-catalog-db-us-east-2"
  global_cluster_identifier           = local.catalog_db_global_cluster_id
  engine                              = "aurora-postgresql"
  engine_version                      = "17.4"
  database_name                       = "enterprise"
  master_username                     = "outrigger"
  master_password_wo                  = jsondecode(ephemeral.aws_secretsmanager_secret_version.catalog_db.secret_string)["password"]
  master_password_wo_version          = 1
  port                                = 5432
  storage_encrypted                   = true
  kms_key_id                          = local.data_key_key_arn
  db_subnet_group_name                = aws_db_subnet_group.catalog_db.name
  vpc_security_group_ids              = [aws_security_group.catalog_db.id]
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.catalog_db.name
  iam_database_authentication_enabled = true
  backup_retention_period             = 7
  preferred_backup_window             = "03:00-04:00"
  preferred_maintenance_window        = "sun:04:30-sun:05:30"
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "enterprise-catalog-db-us-east-2-final"
  enabled_cloudwatch_logs_exports     = ["postgresql"]

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

  depends_on = [aws_cloudwatch_log_group.catalog_db_postgresql]
}

resource "aws_rds_cluster_instance" "catalog_db_1" {
  identifier                      = "enterprise-catalog-db-us-east-2-1"
  cluster_identifier              = aws_rds_cluster.catalog_db.id
  engine                          = aws_rds_cluster.catalog_db.engine
  engine_version                  = aws_rds_cluster.catalog_db.engine_version
  instance_class                  = "db.r6g.large"
  promotion_tier                  = 0
  publicly_accessible             = false
  ca_cert_identifier              = "rds-ca-rsa2048-g1"
  auto_minor_version_upgrade      = true
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = local.data_key_key_arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.catalog_db_monitoring.arn
  copy_tags_to_snapshot           = true
}

resource "aws_rds_cluster_instance" "catalog_db_2" {
  identifier                      = "enterprise-catalog-db-us-east-2-2"
  cluster_identifier              = aws_rds_cluster.catalog_db.id
  engine                          = aws_rds_cluster.catalog_db.engine
  engine_version                  = aws_rds_cluster.catalog_db.engine_version
  instance_class                  = "db.r6g.large"
  promotion_tier                  = 1
  publicly_accessible             = false
  ca_cert_identifier              = "rds-ca-rsa2048-g1"
  auto_minor_version_upgrade      = true
  preferred_maintenance_window    = "sun:04:30-sun:05:30"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = local.data_key_key_arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.catalog_db_monitoring.arn
  copy_tags_to_snapshot           = true
}
