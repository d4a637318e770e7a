data "aws_iam_policy_document" "machine_images_from_us_east_2_assume" {
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

resource "aws_iam_role" "machine_images_from_us_east_2" {
  name               = "ec2-monitored-machine-images-replication-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.machine_images_from_us_east_2_assume.json
}

data "aws_iam_policy_document" "machine_images_from_us_east_2" {
  statement {
    sid       = "ReadBucket"
    effect    = "Allow"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [local.us_east_2_machine_images_arn]
  }

  statement {
    sid    = "ReadObjects"
    effect = "Allow"

    actions = [
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionTagging",
    ]

    resources = ["${local.us_east_2_machine_images_arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    effect    = "Allow"
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${local.us_west_1_machine_images_arn}/*"]
  }

  statement {
    sid       = "Decrypt"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.us_east_2_machine_images_key_arn]
  }

  statement {
    sid       = "Encrypt"
    effect    = "Allow"
    actions   = ["kms:Encrypt"]
    resources = [local.us_west_1_machine_images_key_arn]
  }
}

resource "aws_iam_role_policy" "machine_images_from_us_east_2" {
  name   = "machine-images-from-us-east-2"
  role   = aws_iam_role.machine_images_from_us_east_2.id
  policy = data.aws_iam_policy_document.machine_images_from_us_east_2.json
}

resource "aws_s3_bucket_replication_configuration" "machine_images_from_us_east_2" {
  region = "us-east-2"
  bucket = local.us_east_2_machine_images_bucket
  role   = aws_iam_role.machine_images_from_us_east_2.arn

  rule {
    id       = "to-us-west-1"
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
      bucket = local.us_west_1_machine_images_arn

      encryption_configuration {
        replica_kms_key_id = local.us_west_1_machine_images_key_arn
      }
    }
  }
}

data "aws_iam_policy_document" "machine_images_from_us_west_1_assume" {
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

resource "aws_iam_role" "machine_images_from_us_west_1" {
  name               = "ec2-monitored-machine-images-replication-us-west-1"
  assume_role_policy = data.aws_iam_policy_document.machine_images_from_us_west_1_assume.json
}

data "aws_iam_policy_document" "machine_images_from_us_west_1" {
  statement {
    sid       = "ReadBucket"
    effect    = "Allow"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [local.us_west_1_machine_images_arn]
  }

  statement {
    sid    = "ReadObjects"
    effect = "Allow"

    actions = [
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionTagging",
    ]

    resources = ["${local.us_west_1_machine_images_arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    effect    = "Allow"
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${local.us_east_2_machine_images_arn}/*"]
  }

  statement {
    sid       = "Decrypt"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.us_west_1_machine_images_key_arn]
  }

  statement {
    sid       = "Encrypt"
    effect    = "Allow"
    actions   = ["kms:Encrypt"]
    resources = [local.us_east_2_machine_images_key_arn]
  }
}

resource "aws_iam_role_policy" "machine_images_from_us_west_1" {
  name   = "machine-images-from-us-west-1"
  role   = aws_iam_role.machine_images_from_us_west_1.id
  policy = data.aws_iam_policy_document.machine_images_from_us_west_1.json
}

resource "aws_s3_bucket_replication_configuration" "machine_images_from_us_west_1" {
  region = "us-west-1"
  bucket = local.us_west_1_machine_images_bucket
  role   = aws_iam_role.machine_images_from_us_west_1.arn

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
      bucket = local.us_east_2_machine_images_arn

      encryption_configuration {
        replica_kms_key_id = local.us_east_2_machine_images_key_arn
      }
    }
  }
}
