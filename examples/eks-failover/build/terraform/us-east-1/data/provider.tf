provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Platform  = "eks-failover"
      Layer     = "us-east-1/data"
      ManagedBy = "terraform"
    }
  }
}
