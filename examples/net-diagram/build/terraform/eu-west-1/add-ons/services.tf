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
