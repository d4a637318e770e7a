# One for an organization, made by hand: whoever logs in, does so there.
data "aws_ssoadmin_instances" "people" {
  region = "us-east-2"
}

resource "aws_ssoadmin_permission_set" "people_devops_engineer" {
  region           = "us-east-2"
  name             = "devops-engineer"
  description      = "devops-engineer: may run a recovery"
  instance_arn     = one(data.aws_ssoadmin_instances.people.arns)
  session_duration = "PT240M"
}

resource "aws_ssoadmin_managed_policy_attachment" "people_devops_engineer_PowerUserAccess" {
  region             = "us-east-2"
  instance_arn       = one(data.aws_ssoadmin_instances.people.arns)
  permission_set_arn = aws_ssoadmin_permission_set.people_devops_engineer.arn
  managed_policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/PowerUserAccess"
}

data "aws_identitystore_group" "people_devops_engineer" {
  region            = "us-east-2"
  identity_store_id = one(data.aws_ssoadmin_instances.people.identity_store_ids)

  alternate_identifier {
    unique_attribute {
      attribute_path  = "DisplayName"
      attribute_value = "devops-engineers"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "people_devops_engineer" {
  region             = "us-east-2"
  instance_arn       = one(data.aws_ssoadmin_instances.people.arns)
  permission_set_arn = aws_ssoadmin_permission_set.people_devops_engineer.arn
  principal_type     = "GROUP"
  principal_id       = data.aws_identitystore_group.people_devops_engineer.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = data.aws_caller_identity.current.account_id
}

resource "aws_ssoadmin_permission_set" "people_auditor" {
  region           = "us-east-2"
  name             = "auditor"
  description      = "auditor"
  instance_arn     = one(data.aws_ssoadmin_instances.people.arns)
  session_duration = "PT60M"
}

resource "aws_ssoadmin_managed_policy_attachment" "people_auditor_SecurityAudit" {
  region             = "us-east-2"
  instance_arn       = one(data.aws_ssoadmin_instances.people.arns)
  permission_set_arn = aws_ssoadmin_permission_set.people_auditor.arn
  managed_policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/SecurityAudit"
}

resource "aws_ssoadmin_managed_policy_attachment" "people_auditor_job_function_ViewOnlyAccess" {
  region             = "us-east-2"
  instance_arn       = one(data.aws_ssoadmin_instances.people.arns)
  permission_set_arn = aws_ssoadmin_permission_set.people_auditor.arn
  managed_policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/job-function/ViewOnlyAccess"
}

data "aws_identitystore_group" "people_auditor" {
  region            = "us-east-2"
  identity_store_id = one(data.aws_ssoadmin_instances.people.identity_store_ids)

  alternate_identifier {
    unique_attribute {
      attribute_path  = "DisplayName"
      attribute_value = "auditors"
    }
  }
}

resource "aws_ssoadmin_account_assignment" "people_auditor" {
  region             = "us-east-2"
  instance_arn       = one(data.aws_ssoadmin_instances.people.arns)
  permission_set_arn = aws_ssoadmin_permission_set.people_auditor.arn
  principal_type     = "GROUP"
  principal_id       = data.aws_identitystore_group.people_auditor.group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = data.aws_caller_identity.current.account_id
}
