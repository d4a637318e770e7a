resource "aws_ssm_parameter" "us_west_1_app_image_image_id" {
  region = "us-west-1"
  name   = "/ec2-monitored/app-image/image-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_ami_copy.app_image_us_west_1.id
}

resource "aws_ssm_parameter" "us_west_1_app_image_root_device_name" {
  region = "us-west-1"
  name   = "/ec2-monitored/app-image/root-device-name"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = local.us_east_2_app_image_root_device_name
}
