data "aws_iam_policy_document" "cloudwatch_agent_assume" {
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
      values   = ["system:serviceaccount:amazon-cloudwatch:cloudwatch-agent"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# It writes the metrics of this cluster's nodes and pods.
resource "aws_iam_role" "cloudwatch_agent" {
  name               = "net-diagram-cluster-cloudwatch-agent-us-east-1"
  assume_role_policy = data.aws_iam_policy_document.cloudwatch_agent_assume.json
}

data "aws_iam_policy_document" "cloudwatch_agent" {
  statement {
    sid       = "Metrics"
    effect    = "Allow"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = ["ContainerInsights", "CWAgent"]
    }
  }

  statement {
    sid     = "Logs"
    effect  = "Allow"
    actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]

    resources = [
      "arn:${data.aws_partition.current.partition}:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/aws/containerinsights/net-diagram-cluster/*",
    ]
  }

  statement {
    sid       = "Look"
    effect    = "Allow"
    actions   = ["ec2:DescribeVolumes", "ec2:DescribeTags", "logs:DescribeLogGroups"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "cloudwatch_agent" {
  name   = "cloudwatch-agent"
  role   = aws_iam_role.cloudwatch_agent.id
  policy = data.aws_iam_policy_document.cloudwatch_agent.json
}
