resource "aws_vpc_security_group_ingress_rule" "orders_db_from_cluster" {
  description                  = "orders-db from cluster"
  security_group_id            = local.orders_db_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

# What serves in eu-west-1 writes here while the writer is here.
resource "aws_vpc_security_group_ingress_rule" "orders_db_from_eu_west_1" {
  description       = "orders-db from eu-west-1"
  security_group_id = local.orders_db_security_group_id
  cidr_ipv4         = "10.41.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_vpc_security_group_ingress_rule" "documents_from_cluster" {
  description                  = "documents from cluster"
  security_group_id            = local.documents_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 27017
  to_port                      = 27017
}

# What serves in eu-west-1 writes here while the writer is here.
resource "aws_vpc_security_group_ingress_rule" "documents_from_eu_west_1" {
  description       = "documents from eu-west-1"
  security_group_id = local.documents_security_group_id
  cidr_ipv4         = "10.41.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 27017
  to_port           = 27017
}

resource "aws_vpc_security_group_ingress_rule" "files_from_cluster" {
  description                  = "files from cluster"
  security_group_id            = local.files_security_group_id
  referenced_security_group_id = aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

# What serves in eu-west-1 writes here while the writer is here.
resource "aws_vpc_security_group_ingress_rule" "files_from_eu_west_1" {
  description       = "files from eu-west-1"
  security_group_id = local.files_security_group_id
  cidr_ipv4         = "10.41.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 2049
  to_port           = 2049
}
