resource "aws_ssm_parameter" "machine_images_arn" {
  name   = "/ec2-monitored/machine-images/arn"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_s3_bucket.machine_images.arn
}

resource "aws_ssm_parameter" "machine_images_bucket" {
  name   = "/ec2-monitored/machine-images/bucket"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_s3_bucket.machine_images.id
}

resource "aws_ssm_parameter" "machine_images_key_arn" {
  name   = "/ec2-monitored/machine-images/key-arn"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_kms_key.machine_images.arn
}

resource "aws_ssm_parameter" "records_key_arn" {
  name   = "/ec2-monitored/records/key-arn"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_kms_key.records.arn
}

resource "aws_ssm_parameter" "records_security_group_id" {
  name   = "/ec2-monitored/records/security-group-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_security_group.records.id
}
