resource "aws_ssm_parameter" "app_image_image_id" {
  name   = "/ec2-monitored/app-image/image-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = data.aws_ami.app_image.id
}

resource "aws_ssm_parameter" "app_image_root_device_name" {
  name   = "/ec2-monitored/app-image/root-device-name"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = data.aws_ami.app_image.root_device_name
}

resource "aws_ssm_parameter" "network_private_subnet_ids" {
  name   = "/ec2-monitored/network/private-subnet-ids"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = join(",", [aws_subnet.private_a.id, aws_subnet.private_b.id])
}

resource "aws_ssm_parameter" "network_public_subnet_ids" {
  name   = "/ec2-monitored/network/public-subnet-ids"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = join(",", [aws_subnet.public_a.id, aws_subnet.public_b.id])
}

resource "aws_ssm_parameter" "network_route_table_ids" {
  name   = "/ec2-monitored/network/route-table-ids"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"

  value = join(
    ",",
    [aws_route_table.public.id, aws_route_table.private_a.id, aws_route_table.private_b.id]
  )
}

resource "aws_ssm_parameter" "network_vpc_id" {
  name   = "/ec2-monitored/network/vpc-id"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_vpc.main.id
}

resource "aws_ssm_parameter" "network_workload_subnet_ids" {
  name   = "/ec2-monitored/network/workload-subnet-ids"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = join(",", [aws_subnet.private_a.id, aws_subnet.private_b.id])
}

resource "aws_ssm_parameter" "operations_topic_arn" {
  name   = "/ec2-monitored/operations/topic-arn"
  type   = "SecureString"
  key_id = "alias/ec2-monitored-terraform"
  value  = aws_sns_topic.operations.arn
}
