resource "aws_ami_copy" "app_image_us_west_1" {
  region            = "us-west-1"
  name              = "ec2-monitored-app-image-us-west-1-${local.us_east_2_app_image_image_id}"
  description       = "flask-app-*, from us-east-2"
  source_ami_id     = local.us_east_2_app_image_image_id
  source_ami_region = "us-east-2"
  encrypted         = true
  kms_key_id        = local.us_west_1_app_image_key_arn

  lifecycle {
    create_before_destroy = true
  }
}
