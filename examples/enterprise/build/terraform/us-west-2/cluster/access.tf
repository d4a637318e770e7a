resource "aws_eks_access_entry" "cluster_administrators" {
  for_each = toset(var.cluster_administrators)

  cluster_name  = aws_eks_cluster.cluster.name
  principal_arn = each.value
}

resource "aws_eks_access_policy_association" "cluster_administrators" {
  for_each = toset(var.cluster_administrators)

  cluster_name  = aws_eks_cluster.cluster.name
  principal_arn = aws_eks_access_entry.cluster_administrators[each.key].principal_arn
  policy_arn    = "arn:${data.aws_partition.current.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}
