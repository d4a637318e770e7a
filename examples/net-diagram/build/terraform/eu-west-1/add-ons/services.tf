data "aws_iam_policy_document" "orders_assume" {
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
      values   = ["system:serviceaccount:net-diagram:orders"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "orders" {
  name               = "net-diagram-orders-eu-west-1"
  assume_role_policy = data.aws_iam_policy_document.orders_assume.json
}

data "aws_iam_policy_document" "orders" {
  statement {
    sid     = "PasswordOrdersDb"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:eu-west-1:${data.aws_caller_identity.current.account_id}:secret:net-diagram-orders-db-??????",
    ]
  }
}

resource "aws_iam_role_policy" "orders" {
  name   = "orders"
  role   = aws_iam_role.orders.id
  policy = data.aws_iam_policy_document.orders.json
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
      values   = ["system:serviceaccount:net-diagram:catalog"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "catalog" {
  name               = "net-diagram-catalog-eu-west-1"
  assume_role_policy = data.aws_iam_policy_document.catalog_assume.json
}

data "aws_iam_policy_document" "catalog" {
  statement {
    sid     = "PasswordDocuments"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:eu-west-1:${data.aws_caller_identity.current.account_id}:secret:net-diagram-documents-??????",
    ]
  }

  statement {
    sid     = "PasswordOrdersDb"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:eu-west-1:${data.aws_caller_identity.current.account_id}:secret:net-diagram-orders-db-??????",
    ]
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
      values   = ["system:serviceaccount:net-diagram:pictures"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "pictures" {
  name               = "net-diagram-pictures-eu-west-1"
  assume_role_policy = data.aws_iam_policy_document.pictures_assume.json
}

data "aws_iam_policy_document" "pictures" {
  statement {
    sid     = "PasswordOrdersDb"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:eu-west-1:${data.aws_caller_identity.current.account_id}:secret:net-diagram-orders-db-??????",
    ]
  }

  statement {
    sid       = "MountFiles"
    effect    = "Allow"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [local.files_arn]
  }
}

resource "aws_iam_role_policy" "pictures" {
  name   = "pictures"
  role   = aws_iam_role.pictures.id
  policy = data.aws_iam_policy_document.pictures.json
}
