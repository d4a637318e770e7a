data "aws_iam_policy_document" "cluster_fargate_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks-fargate-pods.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "cluster_fargate" {
  name               = "enterprise-cluster-fargate-us-west-2"
  assume_role_policy = data.aws_iam_policy_document.cluster_fargate_assume.json
}

resource "aws_iam_role_policy_attachment" "cluster_fargate" {
  role       = aws_iam_role.cluster_fargate.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy"
}

resource "aws_eks_fargate_profile" "cluster_bursts" {
  cluster_name           = aws_eks_cluster.cluster.name
  fargate_profile_name   = "bursts"
  pod_execution_role_arn = aws_iam_role.cluster_fargate.arn
  subnet_ids             = local.network_workload_subnet_ids

  selector {
    namespace = "bursts"
    labels    = {}
  }

  depends_on = [aws_iam_role_policy_attachment.cluster_fargate]
}
