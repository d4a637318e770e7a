resource "aws_eks_access_entry" "monitoring_administrators" {
  for_each = toset(var.monitoring_administrators)

  cluster_name  = aws_eks_cluster.monitoring.name
  principal_arn = each.value
}

resource "aws_eks_access_policy_association" "monitoring_administrators" {
  for_each = toset(var.monitoring_administrators)

  cluster_name  = aws_eks_cluster.monitoring.name
  principal_arn = aws_eks_access_entry.monitoring_administrators[each.key].principal_arn
  policy_arn    = "arn:${data.aws_partition.current.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}
