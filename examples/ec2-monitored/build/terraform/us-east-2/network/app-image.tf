data "aws_ami" "app_image" {
  owners      = ["self"]
  most_recent = true

  filter {
    name   = "name"
    values = ["flask-app-*"]
  }
}
