# It tells nobody: each of them does. It is what a dashboard shows first.
resource "aws_cloudwatch_composite_alarm" "alarms" {
  alarm_name        = "peccy-alarms"
  alarm_description = "Something of peccy is wrong here"
  alarm_rule        = "ALARM(\"peccy-records-cpu\") OR ALARM(\"peccy-records-replication-lag\") OR ALARM(\"peccy-pictures-store-to-ap-northeast-2\")"
}
