resource "aws_ssm_parameter" "orders_db_security_group_id" {
  name   = "/eks-failover/orders-db/security-group-id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_security_group.orders_db.id
}

resource "aws_ssm_parameter" "pictures_store_arn" {
  name   = "/eks-failover/pictures-store/arn"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_efs_file_system.pictures_store.arn
}

resource "aws_ssm_parameter" "pictures_store_id" {
  name   = "/eks-failover/pictures-store/id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_efs_file_system.pictures_store.id
}

resource "aws_ssm_parameter" "pictures_store_security_group_id" {
  name   = "/eks-failover/pictures-store/security-group-id"
  type   = "SecureString"
  key_id = "alias/eks-failover-terraform"
  value  = aws_security_group.pictures_store.id
}
