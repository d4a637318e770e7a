resource "aws_ssm_parameter" "network_private_subnet_ids" {
  name   = "/net-diagram/network/private-subnet-ids"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = join(",", [aws_subnet.private_a.id, aws_subnet.private_b.id, aws_subnet.private_c.id])
}

resource "aws_ssm_parameter" "network_public_subnet_ids" {
  name   = "/net-diagram/network/public-subnet-ids"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = join(",", [aws_subnet.public_a.id, aws_subnet.public_b.id, aws_subnet.public_c.id])
}

resource "aws_ssm_parameter" "network_route_table_ids" {
  name   = "/net-diagram/network/route-table-ids"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"

  value = join(
    ",",
    [
      aws_route_table.public.id,
      aws_route_table.private_a.id,
      aws_route_table.private_b.id,
      aws_route_table.private_c.id,
    ]
  )
}

resource "aws_ssm_parameter" "network_vpc_id" {
  name   = "/net-diagram/network/vpc-id"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_vpc.main.id
}

resource "aws_ssm_parameter" "network_workload_subnet_ids" {
  name   = "/net-diagram/network/workload-subnet-ids"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = join(",", [aws_subnet.private_a.id, aws_subnet.private_b.id, aws_subnet.private_c.id])
}

resource "aws_ssm_parameter" "operations_topic_arn" {
  name   = "/net-diagram/operations/topic-arn"
  type   = "SecureString"
  key_id = "alias/net-diagram-terraform"
  value  = aws_sns_topic.operations.arn
}
