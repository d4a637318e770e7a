data "aws_iam_policy_document" "machine_images_key" {
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

resource "aws_kms_key" "machine_images" {
  description         = "machine-images of ec2-monitored in us-west-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.machine_images_key.json
}

resource "aws_kms_alias" "machine_images" {
  name          = "alias/ec2-monitored-machine-images"
  target_key_id = aws_kms_key.machine_images.id
}

resource "aws_s3_bucket" "machine_images" {
  # checkov:skip=CKV_AWS_18:S3 writes them to a bucket without a KMS key only; data events of CloudTrail tell as much
  # checkov:skip=CKV_AWS_144:Copied in peering/, the one place that knows both buckets
  # checkov:skip=CKV2_AWS_62:Nobody waits for a change of an object

  bucket = "ec2-monitored-machine-images-us-west-1-${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket_versioning" "machine_images" {
  bucket = aws_s3_bucket.machine_images.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "machine_images" {
  bucket = aws_s3_bucket.machine_images.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.machine_images.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "machine_images" {
  bucket                  = aws_s3_bucket.machine_images.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "machine_images" {
  bucket = aws_s3_bucket.machine_images.id

  rule {
    id     = "tidy"
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

data "aws_iam_policy_document" "machine_images" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.machine_images.arn, "${aws_s3_bucket.machine_images.arn}/*"]

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

resource "aws_s3_bucket_policy" "machine_images" {
  bucket = aws_s3_bucket.machine_images.id
  policy = data.aws_iam_policy_document.machine_images.json
}
