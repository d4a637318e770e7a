data "aws_iam_policy_document" "backups_from_us_east_2_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "backups_from_us_east_2" {
  name               = "enterprise-backups-replication-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.backups_from_us_east_2_assume.json
}

data "aws_iam_policy_document" "backups_from_us_east_2" {
  statement {
    sid       = "ReadBucket"
    effect    = "Allow"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [local.us_east_2_backups_arn]
  }

  statement {
    sid    = "ReadObjects"
    effect = "Allow"

    actions = [
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionTagging",
    ]

    resources = ["${local.us_east_2_backups_arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    effect    = "Allow"
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${local.us_west_2_backups_arn}/*"]
  }

  statement {
    sid       = "Decrypt"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.us_east_2_backups_key_arn]
  }

  statement {
    sid       = "Encrypt"
    effect    = "Allow"
    actions   = ["kms:Encrypt"]
    resources = [local.us_west_2_backups_key_arn]
  }
}

resource "aws_iam_role_policy" "backups_from_us_east_2" {
  name   = "backups-from-us-east-2"
  role   = aws_iam_role.backups_from_us_east_2.id
  policy = data.aws_iam_policy_document.backups_from_us_east_2.json
}

resource "aws_s3_bucket_replication_configuration" "backups_from_us_east_2" {
  region = "us-east-2"
  bucket = local.us_east_2_backups_bucket
  role   = aws_iam_role.backups_from_us_east_2.arn

  rule {
    id       = "to-us-west-2"
    status   = "Enabled"
    priority = 0

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket = local.us_west_2_backups_arn

      encryption_configuration {
        replica_kms_key_id = local.us_west_2_backups_key_arn
      }
    }
  }
}

data "aws_iam_policy_document" "backups_from_us_west_2_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "backups_from_us_west_2" {
  name               = "enterprise-backups-replication-us-west-2"
  assume_role_policy = data.aws_iam_policy_document.backups_from_us_west_2_assume.json
}

data "aws_iam_policy_document" "backups_from_us_west_2" {
  statement {
    sid       = "ReadBucket"
    effect    = "Allow"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [local.us_west_2_backups_arn]
  }

  statement {
    sid    = "ReadObjects"
    effect = "Allow"

    actions = [
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionTagging",
    ]

    resources = ["${local.us_west_2_backups_arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    effect    = "Allow"
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${local.us_east_2_backups_arn}/*"]
  }

  statement {
    sid       = "Decrypt"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.us_west_2_backups_key_arn]
  }

  statement {
    sid       = "Encrypt"
    effect    = "Allow"
    actions   = ["kms:Encrypt"]
    resources = [local.us_east_2_backups_key_arn]
  }
}

resource "aws_iam_role_policy" "backups_from_us_west_2" {
  name   = "backups-from-us-west-2"
  role   = aws_iam_role.backups_from_us_west_2.id
  policy = data.aws_iam_policy_document.backups_from_us_west_2.json
}

resource "aws_s3_bucket_replication_configuration" "backups_from_us_west_2" {
  region = "us-west-2"
  bucket = local.us_west_2_backups_bucket
  role   = aws_iam_role.backups_from_us_west_2.arn

  rule {
    id       = "to-us-east-2"
    status   = "Enabled"
    priority = 0

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket = local.us_east_2_backups_arn

      encryption_configuration {
        replica_kms_key_id = local.us_east_2_backups_key_arn
      }
    }
  }
}
