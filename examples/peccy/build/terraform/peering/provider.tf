# What joins regions: the only module that reads more than one of them.
provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "peering"
      ManagedBy = "terraform"
    }
  }
}
