resource "aws_vpc_peering_connection" "us_east_2_us_west_2" {
  region      = "us-east-2"
  vpc_id      = local.us_east_2_network_vpc_id
  peer_vpc_id = local.us_west_2_network_vpc_id
  peer_region = "us-west-2"

  tags = {
    Name = "enterprise-us-east-2-us-west-2"
  }
}

resource "aws_vpc_peering_connection_accepter" "us_east_2_us_west_2" {
  region                    = "us-west-2"
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_2_us_west_2.id
  auto_accept               = true

  tags = {
    Name = "enterprise-us-east-2-us-west-2"
  }
}

resource "aws_route" "us_east_2_to_us_west_2" {
  count = length(local.us_east_2_network_route_table_ids)

  region                    = "us-east-2"
  route_table_id            = element(local.us_east_2_network_route_table_ids, count.index)
  destination_cidr_block    = "10.81.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_2_us_west_2.id
}

resource "aws_route" "us_west_2_to_us_east_2" {
  count = length(local.us_west_2_network_route_table_ids)

  region                    = "us-west-2"
  route_table_id            = element(local.us_west_2_network_route_table_ids, count.index)
  destination_cidr_block    = "10.80.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_2_us_west_2.id
}
