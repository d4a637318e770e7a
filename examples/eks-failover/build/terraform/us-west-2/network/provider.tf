provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "eks-failover"
      Layer     = "us-west-2/network"
      ManagedBy = "terraform"
    }
  }
}
