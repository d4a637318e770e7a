# It tells nobody: each of them does. It is what a dashboard shows first.
resource "aws_cloudwatch_composite_alarm" "alarms" {
  alarm_name        = "enterprise-alarms"
  alarm_description = "Something of enterprise is wrong here"
  alarm_rule        = "ALARM(\"enterprise-orders-db-cpu\") OR ALARM(\"enterprise-orders-db-replication-lag\") OR ALARM(\"enterprise-orders-db-replication-stopped\") OR ALARM(\"enterprise-catalog-db-cpu\") OR ALARM(\"enterprise-catalog-db-replication-lag\")"
}
