# CloudFront takes web ACLs of this region only.
resource "aws_wafv2_web_acl" "wall" {
  region      = "us-east-1"
  name        = "enterprise-wall"
  description = "Requests to web-alb, static-cdn"
  scope       = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "AWSManagedRulesCommonRuleSet"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesCommonRuleSet"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "AWSManagedRulesKnownBadInputsRuleSet"
    priority = 2

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesKnownBadInputsRuleSet"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "AWSManagedRulesAmazonIpReputationList"
    priority = 3

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesAmazonIpReputationList"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesAmazonIpReputationList"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "rate-of-one-address"
    priority = 4

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit              = 2000
        aggregate_key_type = "IP"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate-of-one-address"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "enterprise-wall"
    sampled_requests_enabled   = true
  }
}

data "aws_iam_policy_document" "wall_logs_key" {
  # checkov:skip=CKV_AWS_109:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_111:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_356:A key policy: its resource is the key itself

  statement {
    sid       = "Account"
    effect    = "Allow"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root",
      ]
    }
  }

  statement {
    sid    = "CloudWatchLogs"
    effect = "Allow"

    actions = [
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:Describe*",
    ]

    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:us-east-1:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }
}

resource "aws_kms_key" "wall_logs" {
  region              = "us-east-1"
  description         = "Logs of wall of enterprise"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.wall_logs_key.json
}

resource "aws_kms_alias" "wall_logs" {
  region        = "us-east-1"
  name          = "alias/enterprise-wall-logs"
  target_key_id = aws_kms_key.wall_logs.id
}

resource "aws_cloudwatch_log_group" "wall_logs" {
  region = "us-east-1"

  # WAF writes to groups with this beginning only.
  name = "aws-waf-logs-enterprise-wall"

  retention_in_days = 365
  kms_key_id        = aws_kms_key.wall_logs.arn
}

resource "aws_wafv2_web_acl_logging_configuration" "wall" {
  region                  = "us-east-1"
  resource_arn            = aws_wafv2_web_acl.wall.arn
  log_destination_configs = [aws_cloudwatch_log_group.wall_logs.arn]

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }

  redacted_fields {
    single_header {
      name = "cookie"
    }
  }
}
