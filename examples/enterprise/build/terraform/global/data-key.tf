data "aws_iam_policy_document" "data_key_us_east_2" {
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
      identifiers = ["logs.us-east-2.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:us-east-2:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }

  statement {
    sid       = "CdnStaticCdn"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.static_cdn.arn]
    }
  }
}

resource "aws_kms_key" "data_key_us_east_2" {
  region                  = "us-east-2"
  description             = "data-key of enterprise in us-east-2"
  multi_region            = true
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.data_key_us_east_2.json
}

resource "aws_kms_alias" "data_key_us_east_2" {
  region        = "us-east-2"
  name          = "alias/enterprise-data-key"
  target_key_id = aws_kms_key.data_key_us_east_2.key_id
}

data "aws_iam_policy_document" "data_key_us_west_2" {
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
      identifiers = ["logs.us-west-2.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"

      values = [
        "arn:${data.aws_partition.current.partition}:logs:us-west-2:${data.aws_caller_identity.current.account_id}:*",
      ]
    }
  }

  statement {
    sid       = "CdnStaticCdn"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.static_cdn.arn]
    }
  }
}

# us-west-2 decrypts with it while us-east-2 is lost.
resource "aws_kms_replica_key" "data_key_us_west_2" {
  region                  = "us-west-2"
  description             = "data-key of enterprise in us-west-2"
  primary_key_arn         = aws_kms_key.data_key_us_east_2.arn
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.data_key_us_west_2.json
}

resource "aws_kms_alias" "data_key_us_west_2" {
  region        = "us-west-2"
  name          = "alias/enterprise-data-key"
  target_key_id = aws_kms_replica_key.data_key_us_west_2.key_id
}
