resource "aws_ssm_parameter" "pictures_store_arn" {
  name   = "/peccy/pictures-store/arn"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_efs_file_system.pictures_store.arn
}

resource "aws_ssm_parameter" "pictures_store_id" {
  name   = "/peccy/pictures-store/id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_efs_file_system.pictures_store.id
}

resource "aws_ssm_parameter" "pictures_store_security_group_id" {
  name   = "/peccy/pictures-store/security-group-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_security_group.pictures_store.id
}

resource "aws_ssm_parameter" "records_key_arn" {
  name   = "/peccy/records/key-arn"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_kms_key.records.arn
}

resource "aws_ssm_parameter" "records_security_group_id" {
  name   = "/peccy/records/security-group-id"
  type   = "SecureString"
  key_id = "alias/peccy-terraform"
  value  = aws_security_group.records.id
}
