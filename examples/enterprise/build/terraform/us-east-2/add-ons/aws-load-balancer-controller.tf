data "aws_iam_policy_document" "aws_load_balancer_controller_assume" {
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
      values   = ["system:serviceaccount:kube-system:aws-load-balancer-controller"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# It puts pods into target groups and takes them out: it makes no load balancer.
resource "aws_iam_role" "aws_load_balancer_controller" {
  name               = "enterprise-cluster-aws-load-balancer-controller-us-east-2"
  assume_role_policy = data.aws_iam_policy_document.aws_load_balancer_controller_assume.json
}

data "aws_iam_policy_document" "aws_load_balancer_controller" {
  statement {
    sid    = "Look"
    effect = "Allow"

    actions = [
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeInstances",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
    ]

    resources = ["*"]
  }

  statement {
    sid     = "Targets"
    effect  = "Allow"
    actions = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]

    resources = [
      "arn:${data.aws_partition.current.partition}:elasticloadbalancing:us-east-2:${data.aws_caller_identity.current.account_id}:targetgroup/enterprise-*",
    ]
  }
}

resource "aws_iam_role_policy" "aws_load_balancer_controller" {
  name   = "aws-load-balancer-controller"
  role   = aws_iam_role.aws_load_balancer_controller.id
  policy = data.aws_iam_policy_document.aws_load_balancer_controller.json
}
