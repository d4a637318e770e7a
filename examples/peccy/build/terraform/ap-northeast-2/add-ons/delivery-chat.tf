data "aws_iam_policy_document" "delivery_chat_key" {
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
    sid       = "EventBridge"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "delivery_chat" {
  description         = "delivery-chat of peccy in ap-northeast-2"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.delivery_chat_key.json
}

resource "aws_kms_alias" "delivery_chat" {
  name          = "alias/peccy-delivery-chat"
  target_key_id = aws_kms_key.delivery_chat.id
}

resource "aws_sns_topic" "delivery_chat" {
  name              = "peccy-delivery-chat"
  kms_master_key_id = aws_kms_key.delivery_chat.arn
}

data "aws_iam_policy_document" "delivery_chat" {
  statement {
    sid       = "EventBridge"
    effect    = "Allow"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.delivery_chat.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "delivery_chat" {
  arn    = aws_sns_topic.delivery_chat.arn
  policy = data.aws_iam_policy_document.delivery_chat.json
}

data "aws_iam_policy_document" "delivery_chat_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["chatbot.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "delivery_chat" {
  name               = "peccy-delivery-chat-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.delivery_chat_assume.json
}

resource "aws_iam_role_policy_attachment" "delivery_chat" {
  role       = aws_iam_role.delivery_chat.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/CloudWatchReadOnlyAccess"
}

resource "aws_chatbot_slack_channel_configuration" "delivery_chat" {
  configuration_name = "peccy-delivery-chat"
  slack_team_id      = "T07EA123LEP"
  slack_channel_id   = "C07EZ1ABC23"
  iam_role_arn       = aws_iam_role.delivery_chat.arn

  guardrail_policy_arns = [
    "arn:${data.aws_partition.current.partition}:iam::aws:policy/CloudWatchReadOnlyAccess",
  ]

  sns_topic_arns = [aws_sns_topic.delivery_chat.arn]
  logging_level  = "ERROR"
}

resource "aws_cloudwatch_event_rule" "delivery_chat" {
  name        = "peccy-delivery-chat"
  description = "How a run of delivery goes"

  event_pattern = jsonencode({
    source      = ["aws.codepipeline"]
    detail-type = ["CodePipeline Pipeline Execution State Change"]
    detail = {
      pipeline = [aws_codepipeline.delivery.name, aws_codepipeline.delivery_app.name]
      state    = ["STARTED", "SUCCEEDED", "FAILED"]
    }
  })
}

resource "aws_cloudwatch_event_target" "delivery_chat" {
  rule = aws_cloudwatch_event_rule.delivery_chat.name
  arn  = aws_sns_topic.delivery_chat.arn
}
