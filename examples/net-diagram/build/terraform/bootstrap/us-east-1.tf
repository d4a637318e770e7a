data "aws_iam_policy_document" "states_us_east_1_key" {
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
}

resource "aws_kms_key" "states_us_east_1" {
  region              = "us-east-1"
  description         = "States and parameters of net-diagram in us-east-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.states_us_east_1_key.json
}

resource "aws_kms_alias" "states_us_east_1" {
  region        = "us-east-1"
  name          = "alias/net-diagram-terraform"
  target_key_id = aws_kms_key.states_us_east_1.id
}

resource "aws_s3_bucket" "states_us_east_1" {
  # checkov:skip=CKV_AWS_18:S3 writes them to a bucket without a KMS key only; data events of CloudTrail tell as much
  # checkov:skip=CKV_AWS_144:A region's states are of use in the region alone
  # checkov:skip=CKV2_AWS_62:Nobody waits for a change of a state

  region = "us-east-1"
  bucket = "net-diagram-terraform-us-east-1-${data.aws_caller_identity.current.account_id}"

  lifecycle {
    prevent_destroy = true
  }
}

# A state that was overwritten by mistake can be had back.
resource "aws_s3_bucket_versioning" "states_us_east_1" {
  region = "us-east-1"
  bucket = aws_s3_bucket.states_us_east_1.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "states_us_east_1" {
  region = "us-east-1"
  bucket = aws_s3_bucket.states_us_east_1.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.states_us_east_1.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "states_us_east_1" {
  region                  = "us-east-1"
  bucket                  = aws_s3_bucket.states_us_east_1.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "states_us_east_1" {
  region = "us-east-1"
  bucket = aws_s3_bucket.states_us_east_1.id

  rule {
    id     = "old-states"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

data "aws_iam_policy_document" "states_us_east_1_bucket" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.states_us_east_1.arn, "${aws_s3_bucket.states_us_east_1.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "states_us_east_1" {
  region = "us-east-1"
  bucket = aws_s3_bucket.states_us_east_1.id
  policy = data.aws_iam_policy_document.states_us_east_1_bucket.json
}
