data "aws_iam_policy_document" "app_assume" {
  statement {
    sid     = "ServiceAccount"
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.cluster_oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:sub"
      values   = ["system:serviceaccount:peccy:app"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "app" {
  name               = "peccy-app-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.app_assume.json
}

data "aws_iam_policy_document" "app" {
  statement {
    sid     = "PasswordRecords"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:ap-northeast-2:${data.aws_caller_identity.current.account_id}:secret:peccy-records-??????",
    ]
  }

  statement {
    sid       = "UnlockRecords"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.records_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.ap-northeast-2.amazonaws.com"]
    }
  }

  statement {
    sid       = "MountPicturesStore"
    effect    = "Allow"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [local.pictures_store_arn]
  }
}

resource "aws_iam_role_policy" "app" {
  name   = "app"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.app.json
}

data "aws_iam_policy_document" "catalog_assume" {
  statement {
    sid     = "ServiceAccount"
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.cluster_oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:sub"
      values   = ["system:serviceaccount:peccy:catalog"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "catalog" {
  name               = "peccy-catalog-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.catalog_assume.json
}

data "aws_iam_policy_document" "catalog" {
  statement {
    sid     = "PasswordRecords"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:ap-northeast-2:${data.aws_caller_identity.current.account_id}:secret:peccy-records-??????",
    ]
  }

  statement {
    sid       = "UnlockRecords"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.records_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.ap-northeast-2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "catalog" {
  name   = "catalog"
  role   = aws_iam_role.catalog.id
  policy = data.aws_iam_policy_document.catalog.json
}

data "aws_iam_policy_document" "pictures_assume" {
  statement {
    sid     = "ServiceAccount"
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.cluster_oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:sub"
      values   = ["system:serviceaccount:peccy:pictures"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "pictures" {
  name               = "peccy-pictures-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.pictures_assume.json
}

data "aws_iam_policy_document" "pictures" {
  statement {
    sid     = "PasswordRecords"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:ap-northeast-2:${data.aws_caller_identity.current.account_id}:secret:peccy-records-??????",
    ]
  }

  statement {
    sid       = "UnlockRecords"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [local.records_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.ap-northeast-2.amazonaws.com"]
    }
  }

  statement {
    sid       = "MountPicturesStore"
    effect    = "Allow"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [local.pictures_store_arn]
  }
}

resource "aws_iam_role_policy" "pictures" {
  name   = "pictures"
  role   = aws_iam_role.pictures.id
  policy = data.aws_iam_policy_document.pictures.json
}
