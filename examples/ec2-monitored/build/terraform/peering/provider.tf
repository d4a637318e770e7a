# What joins regions: the only module that reads more than one of them.
provider "aws" {
  region = "us-west-1"

  default_tags {
    tags = {
      Platform  = "ec2-monitored"
      Layer     = "peering"
      ManagedBy = "terraform"
    }
  }
}
