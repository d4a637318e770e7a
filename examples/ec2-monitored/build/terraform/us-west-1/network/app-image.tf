data "aws_iam_policy_document" "app_image_key" {
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
    sid    = "AutoScaling"
    effect = "Allow"

    actions = [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ]

    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ]
    }
  }

  statement {
    sid       = "AutoScalingDisks"
    effect    = "Allow"
    actions   = ["kms:CreateGrant"]
    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ]
    }

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

resource "aws_kms_key" "app_image" {
  description         = "app-image of ec2-monitored in us-west-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.app_image_key.json
}

resource "aws_kms_alias" "app_image" {
  name          = "alias/ec2-monitored-app-image"
  target_key_id = aws_kms_key.app_image.id
}
