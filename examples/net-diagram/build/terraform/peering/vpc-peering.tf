resource "aws_vpc_peering_connection" "us_east_1_eu_west_1" {
  region      = "us-east-1"
  vpc_id      = local.us_east_1_network_vpc_id
  peer_vpc_id = local.eu_west_1_network_vpc_id
  peer_region = "eu-west-1"

  tags = {
    Name = "net-diagram-us-east-1-eu-west-1"
  }
}

resource "aws_vpc_peering_connection_accepter" "us_east_1_eu_west_1" {
  region                    = "eu-west-1"
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_1_eu_west_1.id
  auto_accept               = true

  tags = {
    Name = "net-diagram-us-east-1-eu-west-1"
  }
}

resource "aws_route" "us_east_1_to_eu_west_1" {
  count = length(local.us_east_1_network_route_table_ids)

  region                    = "us-east-1"
  route_table_id            = element(local.us_east_1_network_route_table_ids, count.index)
  destination_cidr_block    = "10.41.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_eu_west_1.id
}

resource "aws_route" "eu_west_1_to_us_east_1" {
  count = length(local.eu_west_1_network_route_table_ids)

  region                    = "eu-west-1"
  route_table_id            = element(local.eu_west_1_network_route_table_ids, count.index)
  destination_cidr_block    = "10.40.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_eu_west_1.id
}
