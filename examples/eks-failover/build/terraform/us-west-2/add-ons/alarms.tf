# It tells nobody: each of them does. It is what a dashboard shows first.
resource "aws_cloudwatch_composite_alarm" "alarms" {
  alarm_name        = "eks-failover-alarms"
  alarm_description = "Something of eks-failover is wrong here"
  alarm_rule        = "ALARM(\"eks-failover-orders-db-cpu\") OR ALARM(\"eks-failover-orders-db-replication-lag\") OR ALARM(\"eks-failover-orders-db-replication-stopped\") OR ALARM(\"eks-failover-pictures-store-to-us-east-1\")"
}
