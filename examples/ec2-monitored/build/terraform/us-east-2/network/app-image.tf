data "aws_ami" "app_image" {
  owners      = ["self"]
  most_recent = true

  filter {
    name   = "name"
    values = ["flask-app-*"]
  }

  lifecycle {
    postcondition {
      condition     = alltrue([for disk in self.block_device_mappings : try(tonumber(disk.ebs.volume_size), 0) <= 8 if disk.device_name == self.root_device_name])
      error_message = "The root of app-image has more than the 8 GiB of a machine's disk. Say as much in the platform: disk of app."
    }
  }
}
