# It tells nobody: each of them does. It is what a dashboard shows first.
resource "aws_cloudwatch_composite_alarm" "alarms" {
  alarm_name        = "ec2-monitored-alarms"
  alarm_description = "Something of ec2-monitored is wrong here"
  alarm_rule        = "ALARM(\"ec2-monitored-app-cpu\") OR ALARM(\"ec2-monitored-app-faults\") OR ALARM(\"ec2-monitored-records-cpu\") OR ALARM(\"ec2-monitored-records-replication-lag\")"
}
