# What joins regions: the only module that reads more than one of them.
provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "enterprise"
      Layer     = "peering"
      ManagedBy = "terraform"
    }
  }
}
