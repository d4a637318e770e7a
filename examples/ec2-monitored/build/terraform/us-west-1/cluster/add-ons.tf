data "aws_iam_policy_document" "monitoring_vpc_cni_assume" {
  statement {
    sid     = "ServiceAccount"
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.monitoring.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${trimprefix(aws_eks_cluster.monitoring.identity[0].oidc[0].issuer, "https://")}:sub"
      values   = ["system:serviceaccount:kube-system:aws-node"]
    }

    condition {
      test     = "StringEquals"
      variable = "${trimprefix(aws_eks_cluster.monitoring.identity[0].oidc[0].issuer, "https://")}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "monitoring_vpc_cni" {
  name               = "ec2-monitored-monitoring-vpc-cni-us-west-1"
  assume_role_policy = data.aws_iam_policy_document.monitoring_vpc_cni_assume.json
}

resource "aws_iam_role_policy_attachment" "monitoring_vpc_cni" {
  role       = aws_iam_role.monitoring_vpc_cni.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKS_CNI_Policy"
}

resource "aws_eks_addon" "monitoring_vpc_cni" {
  cluster_name                = aws_eks_cluster.monitoring.name
  addon_name                  = "vpc-cni"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"
  service_account_role_arn    = aws_iam_role.monitoring_vpc_cni.arn
}

resource "aws_eks_addon" "monitoring_kube_proxy" {
  cluster_name                = aws_eks_cluster.monitoring.name
  addon_name                  = "kube-proxy"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"
}

resource "aws_eks_addon" "monitoring_coredns" {
  cluster_name                = aws_eks_cluster.monitoring.name
  addon_name                  = "coredns"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  depends_on = [aws_eks_node_group.monitoring_monitoring]
}

resource "aws_eks_addon" "monitoring_metrics_server" {
  cluster_name                = aws_eks_cluster.monitoring.name
  addon_name                  = "metrics-server"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  depends_on = [aws_eks_node_group.monitoring_monitoring]
}

data "aws_iam_policy_document" "monitoring_aws_ebs_csi_driver_assume" {
  statement {
    sid     = "ServiceAccount"
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.monitoring.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${trimprefix(aws_eks_cluster.monitoring.identity[0].oidc[0].issuer, "https://")}:sub"
      values   = ["system:serviceaccount:kube-system:ebs-csi-controller-sa"]
    }

    condition {
      test     = "StringEquals"
      variable = "${trimprefix(aws_eks_cluster.monitoring.identity[0].oidc[0].issuer, "https://")}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "monitoring_aws_ebs_csi_driver" {
  name               = "ec2-monitored-monitoring-aws-ebs-csi-driver-us-west-1"
  assume_role_policy = data.aws_iam_policy_document.monitoring_aws_ebs_csi_driver_assume.json
}

resource "aws_iam_role_policy_attachment" "monitoring_aws_ebs_csi_driver" {
  role       = aws_iam_role.monitoring_aws_ebs_csi_driver.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"
}

resource "aws_eks_addon" "monitoring_aws_ebs_csi_driver" {
  cluster_name                = aws_eks_cluster.monitoring.name
  addon_name                  = "aws-ebs-csi-driver"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"
  service_account_role_arn    = aws_iam_role.monitoring_aws_ebs_csi_driver.arn

  depends_on = [aws_eks_node_group.monitoring_monitoring]
}
