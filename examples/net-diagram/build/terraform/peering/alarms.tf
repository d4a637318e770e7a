resource "aws_cloudwatch_metric_alarm" "files_us_east_1_to_eu_west_1" {
  region            = "us-east-1"
  alarm_name        = "net-diagram-files-to-eu-west-1"
  alarm_description = "files in eu-west-1 is behind us-east-1"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.us_east_1_files_id
    DestinationFileSystemId = local.eu_west_1_files_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 900

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.us_east_1_operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "files_eu_west_1_to_us_east_1" {
  region            = "eu-west-1"
  alarm_name        = "net-diagram-files-to-us-east-1"
  alarm_description = "files in us-east-1 is behind eu-west-1"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.eu_west_1_files_id
    DestinationFileSystemId = local.us_east_1_files_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 900

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.eu_west_1_operations_topic_arn]
}
