data "aws_iam_policy_document" "external_dns_assume" {
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
      values   = ["system:serviceaccount:external-dns:external-dns"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.cluster_oidc_issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# It writes names of the zone, but never those by which a region fails over.
resource "aws_iam_role" "external_dns" {
  name               = "peccy-cluster-external-dns-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.external_dns_assume.json
}

data "aws_iam_policy_document" "external_dns" {
  statement {
    sid     = "Names"
    effect  = "Allow"
    actions = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]

    resources = [
      "arn:${data.aws_partition.current.partition}:route53:::hostedzone/${local.domain_zone_id}",
    ]
  }

  statement {
    sid     = "NeverTheFailover"
    effect  = "Deny"
    actions = ["route53:ChangeResourceRecordSets"]

    resources = [
      "arn:${data.aws_partition.current.partition}:route53:::hostedzone/${local.domain_zone_id}",
    ]

    condition {
      test     = "ForAnyValue:StringEquals"
      variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
      values   = ["peccy.example.com"]
    }
  }

  statement {
    sid       = "Look"
    effect    = "Allow"
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "external_dns" {
  name   = "external-dns"
  role   = aws_iam_role.external_dns.id
  policy = data.aws_iam_policy_document.external_dns.json
}
