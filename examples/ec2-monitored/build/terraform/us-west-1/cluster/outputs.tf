resource "aws_ssm_parameter" "app_launch_template_id" {
  name   = "/ec2-monitored/app/launch-template-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_launch_template.app.id
}

resource "aws_ssm_parameter" "app_launch_template_version" {
  name   = "/ec2-monitored/app/launch-template-version"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_launch_template.app.latest_version
}

resource "aws_ssm_parameter" "app_security_group_id" {
  name   = "/ec2-monitored/app/security-group-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_security_group.app.id
}

resource "aws_ssm_parameter" "monitoring_oidc_issuer" {
  name   = "/ec2-monitored/monitoring/oidc-issuer"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = trimprefix(aws_eks_cluster.monitoring.identity[0].oidc[0].issuer, "https://")
}

resource "aws_ssm_parameter" "monitoring_oidc_provider_arn" {
  name   = "/ec2-monitored/monitoring/oidc-provider-arn"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_iam_openid_connect_provider.monitoring.arn
}
