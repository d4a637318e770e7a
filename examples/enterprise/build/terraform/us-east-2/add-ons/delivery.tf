data "aws_iam_policy_document" "delivery_assume" {
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
      values   = ["system:serviceaccount:jenkins:jenkins"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# Jenkins pushes images, and does nothing else on AWS.
resource "aws_iam_role" "delivery" {
  name               = "enterprise-delivery-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.delivery_assume.json
}

data "aws_iam_policy_document" "delivery" {
  statement {
    sid       = "LogIn"
    effect    = "Allow"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid    = "Push"
    effect = "Allow"

    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:ecr:us-east-2:${data.aws_caller_identity.current.account_id}:repository/web",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-2:${data.aws_caller_identity.current.account_id}:repository/gateway",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-2:${data.aws_caller_identity.current.account_id}:repository/orders",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-2:${data.aws_caller_identity.current.account_id}:repository/catalog",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-2:${data.aws_caller_identity.current.account_id}:repository/partners",
    ]
  }
}

resource "aws_iam_role_policy" "delivery" {
  name   = "delivery"
  role   = aws_iam_role.delivery.id
  policy = data.aws_iam_policy_document.delivery.json
}
