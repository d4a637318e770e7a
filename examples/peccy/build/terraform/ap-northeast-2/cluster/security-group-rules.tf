resource "aws_vpc_security_group_ingress_rule" "records_from_cluster" {
  description                  = "records from cluster"
  security_group_id            = local.records_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}

resource "aws_vpc_security_group_ingress_rule" "pictures_store_from_cluster" {
  description                  = "pictures-store from cluster"
  security_group_id            = local.pictures_store_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}
