resource "aws_cloudwatch_metric_alarm" "alb_unhealthy_catalog" {
  alarm_name        = "net-diagram-alb-unhealthy-catalog"
  alarm_description = "alb finds catalog not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.alb.arn_suffix
    TargetGroup  = aws_lb_target_group.alb_catalog.arn_suffix
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
  actions_enabled     = true
}

resource "aws_cloudwatch_metric_alarm" "alb_unhealthy_gateway" {
  alarm_name        = "net-diagram-alb-unhealthy-gateway"
  alarm_description = "alb finds gateway not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.alb.arn_suffix
    TargetGroup  = aws_lb_target_group.alb_gateway.arn_suffix
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
  actions_enabled     = true
}

resource "aws_cloudwatch_metric_alarm" "alb_unhealthy_frontend" {
  alarm_name        = "net-diagram-alb-unhealthy-frontend"
  alarm_description = "alb finds frontend not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.alb.arn_suffix
    TargetGroup  = aws_lb_target_group.alb_frontend.arn_suffix
  }

  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "missing"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
  actions_enabled     = true
}

resource "aws_cloudwatch_metric_alarm" "alb_errors" {
  alarm_name        = "net-diagram-alb-errors"
  alarm_description = "alb answers more than 10 requests a minute with an error of its own"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "HTTPCode_ELB_5XX_Count"

  dimensions = {
    LoadBalancer = aws_lb.alb.arn_suffix
  }

  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  treat_missing_data  = "notBreaching"
  alarm_actions       = [local.operations_topic_arn]
  ok_actions          = [local.operations_topic_arn]
  actions_enabled     = true
}
