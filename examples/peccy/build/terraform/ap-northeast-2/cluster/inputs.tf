# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_workload_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_workload_subnet_ids.value)
  )

  pictures_store_security_group_id = nonsensitive(data.aws_ssm_parameter.pictures_store_security_group_id.value)
  records_security_group_id        = nonsensitive(data.aws_ssm_parameter.records_security_group_id.value)
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/peccy/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_workload_subnet_ids" {
  name = "/peccy/network/workload-subnet-ids"
}

data "aws_ssm_parameter" "pictures_store_security_group_id" {
  name = "/peccy/pictures-store/security-group-id"
}

data "aws_ssm_parameter" "records_security_group_id" {
  name = "/peccy/records/security-group-id"
}
