provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "enterprise"
      Layer     = "us-west-2/network"
      ManagedBy = "terraform"
    }
  }
}
