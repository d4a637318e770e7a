resource "aws_ssm_parameter" "cluster_certificate_authority" {
  name   = "/peccy/cluster/certificate-authority"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_eks_cluster.cluster.certificate_authority[0].data
}

resource "aws_ssm_parameter" "cluster_endpoint" {
  name   = "/peccy/cluster/endpoint"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_eks_cluster.cluster.endpoint
}

resource "aws_ssm_parameter" "cluster_name" {
  name   = "/peccy/cluster/name"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_eks_cluster.cluster.name
}

resource "aws_ssm_parameter" "cluster_oidc_issuer" {
  name   = "/peccy/cluster/oidc-issuer"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = trimprefix(aws_eks_cluster.cluster.identity[0].oidc[0].issuer, "https://")
}

resource "aws_ssm_parameter" "cluster_oidc_provider_arn" {
  name   = "/peccy/cluster/oidc-provider-arn"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_iam_openid_connect_provider.cluster.arn
}

resource "aws_ssm_parameter" "cluster_security_group_id" {
  name   = "/peccy/cluster/security-group-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
}
