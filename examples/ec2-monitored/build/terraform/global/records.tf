# The clusters of all regions are its members; a failover only turns the roles round.
resource "aws_rds_global_cluster" "records" {
  global_cluster_identifier = "ec2-monitored-records"
  engine                    = "aurora-mysql"
  engine_version            = "8.0.mysql_aurora.3.10.0"
  database_name             = "ec2_monitored"
  storage_encrypted         = true
  deletion_protection       = true

  lifecycle {
    # It takes the name from the cluster that writes, and a change would replace all of it.
    ignore_changes = [database_name, engine_version]
  }
}
