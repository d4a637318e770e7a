# The clusters of all regions are its members; a failover only turns the roles round.
resource "aws_rds_global_cluster" "catalog_db" {
  global_cluster_identifier = "enterprise-catalog-db"
  engine                    = "aurora-postgresql"
  engine_version            = "17.4"
  database_name             = "enterprise"
  storage_encrypted         = true
  deletion_protection       = true

  lifecycle {
    # It takes the name from the cluster that writes, and a change would replace all of it.
    ignore_changes = [database_name, engine_version]
  }
}
