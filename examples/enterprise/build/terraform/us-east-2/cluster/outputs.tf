resource "aws_ssm_parameter" "cluster_oidc_issuer" {
  name   = "/enterprise/cluster/oidc-issuer"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = trimprefix(aws_eks_cluster.cluster.identity[0].oidc[0].issuer, "https://")
}

resource "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name   = "/enterprise/cluster/oidc-provider-arn"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_iam_openid_connect_provider.cluster.arn
}

resource "aws_ssm_parameter" "cluster_security_group_id" {
  name   = "/enterprise/cluster/security-group-id"
  type   = "SecureString"
  key_id = "alias/enterprise-terraform"
  value  = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
}
