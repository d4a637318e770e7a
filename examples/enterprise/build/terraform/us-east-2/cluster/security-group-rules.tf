resource "aws_vpc_security_group_ingress_rule" "orders_db_from_cluster" {
  description                  = "orders-db from cluster"
  security_group_id            = local.orders_db_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_vpc_security_group_ingress_rule" "catalog_db_from_cluster" {
  description                  = "catalog-db from cluster"
  security_group_id            = local.catalog_db_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}
