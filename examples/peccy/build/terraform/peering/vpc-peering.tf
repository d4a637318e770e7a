resource "aws_vpc_peering_connection" "ap_northeast_2_ap_northeast_1" {
  region      = "ap-northeast-2"
  vpc_id      = local.ap_northeast_2_network_vpc_id
  peer_vpc_id = local.ap_northeast_1_network_vpc_id
  peer_region = "ap-northeast-1"

  tags = {
    Name = "peccy-ap-northeast-2-ap-northeast-1"
  }
}

resource "aws_vpc_peering_connection_accepter" "ap_northeast_2_ap_northeast_1" {
  region                    = "ap-northeast-1"
  vpc_peering_connection_id = aws_vpc_peering_connection.ap_northeast_2_ap_northeast_1.id
  auto_accept               = true

  tags = {
    Name = "peccy-ap-northeast-2-ap-northeast-1"
  }
}

resource "aws_route" "ap_northeast_2_to_ap_northeast_1" {
  count = length(local.ap_northeast_2_network_route_table_ids)

  region                    = "ap-northeast-2"
  route_table_id            = element(local.ap_northeast_2_network_route_table_ids, count.index)
  destination_cidr_block    = "10.21.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.ap_northeast_2_ap_northeast_1.id
}

resource "aws_route" "ap_northeast_1_to_ap_northeast_2" {
  count = length(local.ap_northeast_1_network_route_table_ids)

  region                    = "ap-northeast-1"
  route_table_id            = element(local.ap_northeast_1_network_route_table_ids, count.index)
  destination_cidr_block    = "10.20.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.ap_northeast_2_ap_northeast_1.id
}
