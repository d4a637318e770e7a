data "aws_iam_policy_document" "pictures_store_key" {
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

resource "aws_kms_key" "pictures_store" {
  description         = "pictures-store of peccy in ap-northeast-2"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.pictures_store_key.json
}

resource "aws_kms_alias" "pictures_store" {
  name          = "alias/peccy-pictures-store"
  target_key_id = aws_kms_key.pictures_store.id
}

resource "aws_security_group" "pictures_store" {
  name        = "peccy-pictures-store"
  description = "Who mounts pictures-store; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "peccy-pictures-store"
  }
}

resource "aws_efs_file_system" "pictures_store" {
  creation_token  = "peccy-pictures-store"
  encrypted       = true
  kms_key_id      = aws_kms_key.pictures_store.arn
  throughput_mode = "elastic"

  tags = {
    Name = "peccy-pictures-store"
  }

  # No replication may overwrite what is written here.
  protection {
    replication_overwrite = "ENABLED"
  }

  lifecycle {
    # A recovery turns the direction round, and this with it.
    ignore_changes = [protection]
  }
}

# One in each zone: a lost zone takes only its own with it.
resource "aws_efs_mount_target" "pictures_store" {
  count = 2

  file_system_id  = aws_efs_file_system.pictures_store.id
  subnet_id       = element(local.network_private_subnet_ids, count.index)
  security_groups = [aws_security_group.pictures_store.id]
}

data "aws_iam_policy_document" "pictures_store" {
  statement {
    sid       = "ByMountTarget"
    effect    = "Allow"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.pictures_store.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "elasticfilesystem:AccessedViaMountTarget"
      values   = ["true"]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["*"]
    resources = [aws_efs_file_system.pictures_store.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_efs_file_system_policy" "pictures_store" {
  file_system_id = aws_efs_file_system.pictures_store.id
  policy         = data.aws_iam_policy_document.pictures_store.json
}

resource "aws_efs_backup_policy" "pictures_store" {
  file_system_id = aws_efs_file_system.pictures_store.id

  backup_policy {
    status = "ENABLED"
  }
}
