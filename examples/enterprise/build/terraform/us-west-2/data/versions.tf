# `terraform init` writes .terraform.lock.hcl, the exact versions that it took: commit it.
terraform {
  # Write-only arguments need 1.11, a lock file in the bucket 1.10.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.66"
    }
  }

  # The bucket is named at init: see docs/deploy.md.
  backend "s3" {
    key          = "data.tfstate"
    region       = "us-west-2"
    encrypt      = true
    kms_key_id   = "alias/enterprise-terraform"
    use_lockfile = true
  }
}
