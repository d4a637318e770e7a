resource "aws_efs_replication_configuration" "files_us_east_1_to_eu_west_1" {
  region                = "us-east-1"
  source_file_system_id = local.us_east_1_files_id

  destination {
    region         = "eu-west-1"
    file_system_id = local.eu_west_1_files_id
  }
}
