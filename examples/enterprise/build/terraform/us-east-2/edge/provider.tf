provider "aws" {
  region = "us-east-2"

  default_tags {
    tags = {
      Platform  = "enterprise"
      Layer     = "us-east-2/edge"
      ManagedBy = "terraform"
    }
  }
}
