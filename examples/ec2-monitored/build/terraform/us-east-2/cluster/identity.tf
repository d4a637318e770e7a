resource "aws_iam_openid_connect_provider" "monitoring" {
  url            = aws_eks_cluster.monitoring.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}
