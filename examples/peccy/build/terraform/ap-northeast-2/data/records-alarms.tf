resource "aws_sns_topic" "records_alarms" {
  name              = "peccy-records-alarms"
  kms_master_key_id = aws_kms_key.records.arn
}

resource "aws_sns_topic_subscription" "records_alarms" {
  for_each = toset(var.alarm_emails)

  topic_arn = aws_sns_topic.records_alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_cloudwatch_metric_alarm" "records_cpu" {
  alarm_name        = "peccy-records-cpu"
  alarm_description = "CPU of records above 80 % for 5 min"
  namespace         = "AWS/RDS"

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.records.cluster_identifier
  }

  alarm_actions       = [aws_sns_topic.records_alarms.arn]
  ok_actions          = [aws_sns_topic.records_alarms.arn]
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "breaching"
}

resource "aws_cloudwatch_metric_alarm" "records_replication_lag" {
  alarm_name        = "peccy-records-replication-lag"
  alarm_description = "records is more than 60 s behind its source"
  namespace         = "AWS/RDS"

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.records.cluster_identifier
  }

  alarm_actions       = [aws_sns_topic.records_alarms.arn]
  ok_actions          = [aws_sns_topic.records_alarms.arn]
  metric_name         = "AuroraGlobalDBReplicationLag"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60000

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"
}

resource "aws_db_event_subscription" "records" {
  name             = "peccy-records"
  sns_topic        = aws_sns_topic.records_alarms.arn
  source_type      = "db-cluster"
  source_ids       = [aws_rds_cluster.records.cluster_identifier]
  event_categories = ["failover", "failure", "global-failover", "maintenance"]
}
