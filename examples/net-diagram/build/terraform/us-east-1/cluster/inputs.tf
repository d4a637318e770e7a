# What the layers below, and those that span regions, have made here. They are identifiers,
# encrypted but no secrets: plans may show them.
locals {
  documents_security_group_id = nonsensitive(data.aws_ssm_parameter.documents_security_group_id.value)
  files_security_group_id     = nonsensitive(data.aws_ssm_parameter.files_security_group_id.value)

  network_private_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_private_subnet_ids.value)
  )

  network_workload_subnet_ids = split(
    ",",
    nonsensitive(data.aws_ssm_parameter.network_workload_subnet_ids.value)
  )

  orders_db_security_group_id = nonsensitive(data.aws_ssm_parameter.orders_db_security_group_id.value)
}

data "aws_ssm_parameter" "documents_security_group_id" {
  name = "/net-diagram/documents/security-group-id"
}

data "aws_ssm_parameter" "files_security_group_id" {
  name = "/net-diagram/files/security-group-id"
}

data "aws_ssm_parameter" "network_private_subnet_ids" {
  name = "/net-diagram/network/private-subnet-ids"
}

data "aws_ssm_parameter" "network_workload_subnet_ids" {
  name = "/net-diagram/network/workload-subnet-ids"
}

data "aws_ssm_parameter" "orders_db_security_group_id" {
  name = "/net-diagram/orders-db/security-group-id"
}
