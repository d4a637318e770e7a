resource "aws_cloudwatch_metric_alarm" "orders_db_cpu" {
  alarm_name        = "net-diagram-orders-db-cpu"
  alarm_description = "CPU of orders-db above 80 % for 5 min"
  namespace         = "AWS/RDS"
  metric_name       = "CPUUtilization"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "orders_db_replication_lag" {
  alarm_name        = "net-diagram-orders-db-replication-lag"
  alarm_description = "orders-db is more than 60 s behind its source"
  namespace         = "AWS/RDS"
  metric_name       = "ReplicaLag"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.operations_topic_arn]
  ok_actions    = [local.operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "orders_db_replication_stopped" {
  alarm_name        = "net-diagram-orders-db-replication-stopped"
  alarm_description = "orders-db follows its source no more"
  namespace         = "AWS/RDS"
  metric_name       = "ReplicaLag"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 0

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.operations_topic_arn]
  ok_actions    = [local.operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "documents_cpu" {
  alarm_name        = "net-diagram-documents-cpu"
  alarm_description = "CPU of documents above 80 % for 5 min"
  namespace         = "AWS/DocDB"
  metric_name       = "CPUUtilization"

  dimensions = {
    DBClusterIdentifier = aws_docdb_cluster.documents.cluster_identifier
  }

  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "documents_replication_lag" {
  alarm_name          = "net-diagram-documents-replication-lag"
  alarm_description   = "documents is more than 60 s behind its source"
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60000

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.operations_topic_arn]
  ok_actions    = [local.operations_topic_arn]

  metric_query {
    id          = "lag"
    expression  = "SELECT MAX(GlobalClusterReplicationLag) FROM \"AWS/DocDB\" WHERE DBClusterIdentifier = '${aws_docdb_cluster.documents.cluster_identifier}'"
    period      = 60
    return_data = true
  }
}

resource "aws_db_event_subscription" "documents" {
  name             = "net-diagram-documents"
  sns_topic        = local.operations_topic_arn
  source_type      = "db-cluster"
  source_ids       = [aws_docdb_cluster.documents.cluster_identifier]
  event_categories = ["failover", "failure", "maintenance", "notification"]
}
