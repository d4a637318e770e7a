data "aws_iam_policy_document" "fluent_bit_assume" {
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
      values   = ["system:serviceaccount:logging:fluent-bit"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# It writes to the log groups of this cluster's pods.
resource "aws_iam_role" "fluent_bit" {
  name               = "net-diagram-cluster-fluent-bit-us-east-1"
  assume_role_policy = data.aws_iam_policy_document.fluent_bit_assume.json
}

data "aws_iam_policy_document" "fluent_bit" {
  statement {
    sid    = "Write"
    effect = "Allow"

    actions = [
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
      "logs:PutRetentionPolicy",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/net-diagram-cluster/*",
    ]
  }
}

resource "aws_iam_role_policy" "fluent_bit" {
  name   = "fluent-bit"
  role   = aws_iam_role.fluent_bit.id
  policy = data.aws_iam_policy_document.fluent_bit.json
}
