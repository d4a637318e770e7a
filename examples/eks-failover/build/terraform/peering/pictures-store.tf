resource "aws_efs_replication_configuration" "pictures_store_us_east_1_to_us_west_2" {
  region                = "us-east-1"
  source_file_system_id = local.us_east_1_pictures_store_id

  destination {
    region         = "us-west-2"
    file_system_id = local.us_west_2_pictures_store_id
  }
}
