resource "aws_cloudwatch_metric_alarm" "pictures_store_ap_northeast_2_to_ap_northeast_1" {
  region            = "ap-northeast-2"
  alarm_name        = "peccy-pictures-store-to-ap-northeast-1"
  alarm_description = "pictures-store in ap-northeast-1 is behind ap-northeast-2"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.ap_northeast_2_pictures_store_id
    DestinationFileSystemId = local.ap_northeast_1_pictures_store_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.ap_northeast_2_operations_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "pictures_store_ap_northeast_1_to_ap_northeast_2" {
  region            = "ap-northeast-1"
  alarm_name        = "peccy-pictures-store-to-ap-northeast-2"
  alarm_description = "pictures-store in ap-northeast-2 is behind ap-northeast-1"
  namespace         = "AWS/EFS"
  metric_name       = "TimeSinceLastSync"

  dimensions = {
    FileSystemId            = local.ap_northeast_1_pictures_store_id
    DestinationFileSystemId = local.ap_northeast_2_pictures_store_id
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600

  # One direction at a time has anything to tell.
  treat_missing_data = "notBreaching"

  alarm_actions = [local.ap_northeast_1_operations_topic_arn]
}
