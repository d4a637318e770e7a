# It tells nobody: each of them does. It is what a dashboard shows first.
resource "aws_cloudwatch_composite_alarm" "alarms" {
  alarm_name        = "net-diagram-alarms"
  alarm_description = "Something of net-diagram is wrong here"
  alarm_rule        = "ALARM(\"net-diagram-alb-unhealthy-catalog\") OR ALARM(\"net-diagram-alb-unhealthy-gateway\") OR ALARM(\"net-diagram-alb-unhealthy-frontend\") OR ALARM(\"net-diagram-alb-errors\") OR ALARM(\"net-diagram-orders-db-cpu\") OR ALARM(\"net-diagram-orders-db-replication-lag\") OR ALARM(\"net-diagram-orders-db-replication-stopped\") OR ALARM(\"net-diagram-documents-cpu\") OR ALARM(\"net-diagram-documents-replication-lag\") OR ALARM(\"net-diagram-files-to-eu-west-1\")"
}
