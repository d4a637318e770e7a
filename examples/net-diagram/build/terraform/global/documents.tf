# The clusters of all regions are its members; a failover only turns the roles round.
resource "aws_docdb_global_cluster" "documents" {
  global_cluster_identifier = "net-diagram-documents"
  engine                    = "docdb"
  engine_version            = "5.0.0"
  storage_encrypted         = true
  deletion_protection       = true

  lifecycle {
    # A change of these would replace all of it.
    ignore_changes = [database_name, engine_version]
  }
}
