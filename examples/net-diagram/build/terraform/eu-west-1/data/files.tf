data "aws_iam_policy_document" "files_key" {
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

resource "aws_kms_key" "files" {
  description         = "files of net-diagram in eu-west-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.files_key.json
}

resource "aws_kms_alias" "files" {
  name          = "alias/net-diagram-files"
  target_key_id = aws_kms_key.files.id
}

resource "aws_security_group" "files" {
  name        = "net-diagram-files"
  description = "Who mounts files; its rules come with those who need it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "net-diagram-files"
  }
}

resource "aws_efs_file_system" "files" {
  creation_token  = "net-diagram-files"
  encrypted       = true
  kms_key_id      = aws_kms_key.files.arn
  throughput_mode = "elastic"

  tags = {
    Name = "net-diagram-files"
  }

  # A replication may write here.
  protection {
    replication_overwrite = "DISABLED"
  }

  lifecycle {
    # A recovery turns the direction round, and this with it.
    ignore_changes = [protection]
  }
}

# One in each zone: a lost zone takes only its own with it.
resource "aws_efs_mount_target" "files" {
  count = 3

  file_system_id  = aws_efs_file_system.files.id
  subnet_id       = element(local.network_private_subnet_ids, count.index)
  security_groups = [aws_security_group.files.id]
}

data "aws_iam_policy_document" "files" {
  statement {
    sid       = "ByMountTarget"
    effect    = "Allow"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.files.arn]

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
    resources = [aws_efs_file_system.files.arn]

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

resource "aws_efs_file_system_policy" "files" {
  file_system_id = aws_efs_file_system.files.id
  policy         = data.aws_iam_policy_document.files.json
}

resource "aws_efs_backup_policy" "files" {
  file_system_id = aws_efs_file_system.files.id

  backup_policy {
    status = "ENABLED"
  }
}
