data "aws_iam_policy_document" "cert_manager_assume" {
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
      values   = ["system:serviceaccount:cert-manager:cert-manager"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# It proves that a name is ours by a record in the hosted zone.
resource "aws_iam_role" "cert_manager" {
  name               = "eks-failover-cluster-cert-manager-us-east-1"
  assume_role_policy = data.aws_iam_policy_document.cert_manager_assume.json
}

data "aws_iam_policy_document" "cert_manager" {
  statement {
    sid       = "Change"
    effect    = "Allow"
    actions   = ["route53:GetChange"]
    resources = ["arn:${data.aws_partition.current.partition}:route53:::change/*"]
  }

  statement {
    sid     = "Challenge"
    effect  = "Allow"
    actions = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]

    resources = [
      "arn:${data.aws_partition.current.partition}:route53:::hostedzone/${local.domain_zone_id}",
    ]

    condition {
      test     = "ForAllValues:StringEquals"
      variable = "route53:ChangeResourceRecordSetsRecordTypes"
      values   = ["TXT"]
    }
  }

  statement {
    sid       = "Look"
    effect    = "Allow"
    actions   = ["route53:ListHostedZonesByName"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "cert_manager" {
  name   = "cert-manager"
  role   = aws_iam_role.cert_manager.id
  policy = data.aws_iam_policy_document.cert_manager.json
}
