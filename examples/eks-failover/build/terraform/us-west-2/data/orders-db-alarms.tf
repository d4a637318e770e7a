resource "aws_sns_topic" "orders_db_alarms" {
  name              = "eks-failover-orders-db-alarms"
  kms_master_key_id = aws_kms_key.orders_db.arn
}

resource "aws_sns_topic_subscription" "orders_db_alarms" {
  for_each = toset(var.alarm_emails)

  topic_arn = aws_sns_topic.orders_db_alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_cloudwatch_metric_alarm" "orders_db_cpu" {
  alarm_name        = "eks-failover-orders-db-cpu"
  alarm_description = "CPU of orders-db above 80 % for 5 min"
  namespace         = "AWS/RDS"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  alarm_actions       = [aws_sns_topic.orders_db_alarms.arn]
  ok_actions          = [aws_sns_topic.orders_db_alarms.arn]
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "breaching"
}

resource "aws_cloudwatch_metric_alarm" "orders_db_replication_lag" {
  alarm_name        = "eks-failover-orders-db-replication-lag"
  alarm_description = "orders-db is more than 60 s behind its source"
  namespace         = "AWS/RDS"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  alarm_actions       = [aws_sns_topic.orders_db_alarms.arn]
  ok_actions          = [aws_sns_topic.orders_db_alarms.arn]
  metric_name         = "ReplicaLag"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"
}

# RDS tells a lag of -1 while replication is not active (RDS user guide).
resource "aws_cloudwatch_metric_alarm" "orders_db_replication_stopped" {
  alarm_name        = "eks-failover-orders-db-replication-stopped"
  alarm_description = "orders-db follows its source no more"
  namespace         = "AWS/RDS"

  dimensions = {
    DBInstanceIdentifier = aws_db_instance.orders_db.identifier
  }

  alarm_actions       = [aws_sns_topic.orders_db_alarms.arn]
  ok_actions          = [aws_sns_topic.orders_db_alarms.arn]
  metric_name         = "ReplicaLag"
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
}

resource "aws_db_event_subscription" "orders_db" {
  name             = "eks-failover-orders-db"
  sns_topic        = aws_sns_topic.orders_db_alarms.arn
  source_type      = "db-instance"
  source_ids       = [aws_db_instance.orders_db.identifier]
  event_categories = ["availability", "failover", "failure", "low storage", "read replica"]
}
