resource "aws_cloudwatch_metric_alarm" "web_alb_unhealthy_catalog" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "eks-failover-web-alb-unhealthy-catalog"
  alarm_description = "web-alb finds catalog not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.web_alb.arn_suffix
    TargetGroup  = aws_lb_target_group.web_alb_catalog.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "web_alb_unhealthy_gateway" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "eks-failover-web-alb-unhealthy-gateway"
  alarm_description = "web-alb finds gateway not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.web_alb.arn_suffix
    TargetGroup  = aws_lb_target_group.web_alb_gateway.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "web_alb_unhealthy_web" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "eks-failover-web-alb-unhealthy-web"
  alarm_description = "web-alb finds web not ready"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"

  dimensions = {
    LoadBalancer = aws_lb.web_alb.arn_suffix
    TargetGroup  = aws_lb_target_group.web_alb_web.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "web_alb_errors" {
  # checkov:skip=CKV_AWS_319:Who stands by is not ready on purpose, and calls nobody

  alarm_name        = "eks-failover-web-alb-errors"
  alarm_description = "web-alb answers more than 10 requests a minute with an error of its own"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "HTTPCode_ELB_5XX_Count"

  dimensions = {
    LoadBalancer = aws_lb.web_alb.arn_suffix
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
