data "aws_iam_policy_document" "operations_key" {
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
    sid       = "Alarms"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  statement {
    sid       = "EventBridge"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }

  statement {
    sid       = "DatabaseEvents"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["events.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_kms_key" "operations" {
  description         = "operations of net-diagram in us-east-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.operations_key.json
}

resource "aws_kms_alias" "operations" {
  name          = "alias/net-diagram-operations"
  target_key_id = aws_kms_key.operations.id
}

resource "aws_sns_topic" "operations" {
  name              = "net-diagram-operations"
  display_name      = "net-diagram"
  kms_master_key_id = aws_kms_key.operations.arn
}

data "aws_iam_policy_document" "operations" {
  statement {
    sid       = "Alarms"
    effect    = "Allow"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.operations.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  statement {
    sid       = "EventBridge"
    effect    = "Allow"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.operations.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }

  statement {
    sid       = "DatabaseEvents"
    effect    = "Allow"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.operations.arn]

    principals {
      type        = "Service"
      identifiers = ["events.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "operations" {
  arn    = aws_sns_topic.operations.arn
  policy = data.aws_iam_policy_document.operations.json
}

resource "aws_cloudwatch_event_rule" "operations_health" {
  name        = "net-diagram-operations-health"
  description = "What aws.health tells"

  event_pattern = jsonencode({
    source      = ["aws.health"]
    detail-type = ["AWS Health Event"]
    detail = {
      eventRegion = ["us-east-1", "eu-west-1", "global"]
    }
  })
}

resource "aws_cloudwatch_event_target" "operations_health" {
  rule = aws_cloudwatch_event_rule.operations_health.name
  arn  = aws_sns_topic.operations.arn
}

resource "aws_cloudwatch_event_rule" "operations_rds" {
  name        = "net-diagram-operations-rds"
  description = "What aws.rds tells"

  event_pattern = jsonencode({
    source      = ["aws.rds"]
    detail-type = ["RDS DB Cluster Event", "RDS DB Instance Event"]
    detail = {
      EventCategories = [
        "availability",
        "failover",
        "failure",
        "global-failover",
        "low storage",
        "maintenance",
        "read replica",
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "operations_rds" {
  rule = aws_cloudwatch_event_rule.operations_rds.name
  arn  = aws_sns_topic.operations.arn
}

resource "aws_sns_topic_subscription" "operations_email_1" {
  topic_arn = aws_sns_topic.operations.arn
  protocol  = "email"
  endpoint  = "operations@example.com"
}
