resource "aws_cloudwatch_metric_alarm" "records_cpu" {
  alarm_name        = "peccy-records-cpu"
  alarm_description = "CPU of records above 80 % for 5 min"
  namespace         = "AWS/RDS"
  metric_name       = "CPUUtilization"

  dimensions = {
    DBClusterIdentifier = aws_rds_cluster.records.cluster_identifier
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

resource "aws_cloudwatch_metric_alarm" "records_replication_lag" {
  alarm_name          = "peccy-records-replication-lag"
  alarm_description   = "records is more than 60 s behind its source"
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60000

  # The copy that writes has no lag to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.operations_topic_arn]
  ok_actions    = [local.operations_topic_arn]

  metric_query {
    id          = "lag"
    expression  = "SELECT MAX(AuroraGlobalDBReplicationLag) FROM \"AWS/RDS\" WHERE DBClusterIdentifier = '${aws_rds_cluster.records.cluster_identifier}'"
    period      = 60
    return_data = true
  }
}
