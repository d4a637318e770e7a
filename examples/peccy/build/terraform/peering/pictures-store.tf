resource "aws_efs_replication_configuration" "pictures_store_ap_northeast_2_to_ap_northeast_1" {
  region                = "ap-northeast-2"
  source_file_system_id = local.ap_northeast_2_pictures_store_id

  destination {
    region         = "ap-northeast-1"
    file_system_id = local.ap_northeast_1_pictures_store_id
  }
}
