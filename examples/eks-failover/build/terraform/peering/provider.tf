# What joins regions: the only module that reads more than one of them.
provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "eks-failover"
      Layer     = "peering"
      ManagedBy = "terraform"
    }
  }
}
