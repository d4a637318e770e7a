resource "aws_cloudwatch_metric_alarm" "app_alb_unhealthy_app" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "ec2-monitored-app-alb-unhealthy-app"
  alarm_description = "app-alb finds app not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.app_alb.arn_suffix
    TargetGroup  = aws_lb_target_group.app_alb_app.arn_suffix
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]

  # The first apply after a failover turns it round.
  actions_enabled = false
}

resource "aws_cloudwatch_metric_alarm" "app_alb_errors" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "ec2-monitored-app-alb-errors"
  alarm_description = "app-alb answers more than 10 requests a minute with an error of its own"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "HTTPCode_ELB_5XX_Count"

  dimensions = {
    LoadBalancer = aws_lb.app_alb.arn_suffix
  }

  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  treat_missing_data  = "notBreaching"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]

  # The first apply after a failover turns it round.
  actions_enabled = false
}

resource "aws_cloudwatch_metric_alarm" "app_cpu" {
  alarm_name        = "ec2-monitored-app-cpu"
  alarm_description = "CPU of app above 80 % for 5 min"
  namespace         = "AWS/EC2"
  metric_name       = "CPUUtilization"

  dimensions = {
    AutoScalingGroupName = "ec2-monitored-app"
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

resource "aws_cloudwatch_metric_alarm" "app_faults" {
  alarm_name        = "ec2-monitored-app-faults"
  alarm_description = "A machine of app fails its checks"
  namespace         = "AWS/EC2"
  metric_name       = "StatusCheckFailed"

  dimensions = {
    AutoScalingGroupName = "ec2-monitored-app"
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
}
