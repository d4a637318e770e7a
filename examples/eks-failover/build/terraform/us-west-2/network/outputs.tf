resource "aws_ssm_parameter" "network_private_subnet_ids" {
  name   = "/eks-failover/network/private-subnet-ids"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = join(",", [aws_subnet.private_a.id, aws_subnet.private_b.id])
}

resource "aws_ssm_parameter" "network_public_subnet_ids" {
  name   = "/eks-failover/network/public-subnet-ids"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = join(",", [aws_subnet.public_a.id, aws_subnet.public_b.id])
}

resource "aws_ssm_parameter" "network_route_table_ids" {
  name   = "/eks-failover/network/route-table-ids"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"

  value = join(
    ",",
    [aws_route_table.public.id, aws_route_table.private_a.id, aws_route_table.private_b.id]
  )
}

resource "aws_ssm_parameter" "network_vpc_id" {
  name   = "/eks-failover/network/vpc-id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_vpc.main.id
}

resource "aws_ssm_parameter" "network_workload_subnet_ids" {
  name   = "/eks-failover/network/workload-subnet-ids"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = join(",", [aws_subnet.private_a.id])
}

resource "aws_ssm_parameter" "operations_topic_arn" {
  name   = "/eks-failover/operations/topic-arn"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_sns_topic.operations.arn
}
