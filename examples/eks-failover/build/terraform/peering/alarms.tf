resource "aws_cloudwatch_metric_alarm" "pictures_store_us_east_1_to_us_west_2" {
  region            = "us-east-1"
  alarm_name        = "eks-failover-pictures-store-to-us-west-2"
  alarm_description = "pictures-store in us-west-2 is behind us-east-1"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.us_east_1_pictures_store_id
    DestinationFileSystemId = local.us_west_2_pictures_store_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.us_east_1_operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "pictures_store_us_west_2_to_us_east_1" {
  region            = "us-west-2"
  alarm_name        = "eks-failover-pictures-store-to-us-east-1"
  alarm_description = "pictures-store in us-east-1 is behind us-west-2"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.us_west_2_pictures_store_id
    DestinationFileSystemId = local.us_east_1_pictures_store_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.us_west_2_operations_topic_arn]
}
