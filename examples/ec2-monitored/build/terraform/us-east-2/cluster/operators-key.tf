resource "aws_key_pair" "operators_key" {
  key_name   = "ec2-monitored-operators-key"
  public_key = var.operators_key_public_key
}
