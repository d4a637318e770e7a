# What joins regions: the only module that reads more than one of them.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Platform  = "net-diagram"
      Layer     = "peering"
      ManagedBy = "terraform"
    }
  }
}
