resource "aws_vpc_peering_connection" "us_east_2_us_west_1" {
  region      = "us-east-2"
  vpc_id      = local.us_east_2_network_vpc_id
  peer_vpc_id = local.us_west_1_network_vpc_id
  peer_region = "us-west-1"

  tags = {
    Name = "ec2-monitored-us-east-2-us-west-1"
  }
}

resource "aws_vpc_peering_connection_accepter" "us_east_2_us_west_1" {
  region                    = "us-west-1"
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_2_us_west_1.id
  auto_accept               = true

  tags = {
    Name = "ec2-monitored-us-east-2-us-west-1"
  }
}

resource "aws_route" "us_east_2_to_us_west_1" {
  count = length(local.us_east_2_network_route_table_ids)

  region                    = "us-east-2"
  route_table_id            = element(local.us_east_2_network_route_table_ids, count.index)
  destination_cidr_block    = "10.61.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_2_us_west_1.id
}

resource "aws_route" "us_west_1_to_us_east_2" {
  count = length(local.us_west_1_network_route_table_ids)

  region                    = "us-west-1"
  route_table_id            = element(local.us_west_1_network_route_table_ids, count.index)
  destination_cidr_block    = "10.60.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_2_us_west_1.id
}
