provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Platform  = "net-diagram"
      Layer     = "us-east-1/edge"
      ManagedBy = "terraform"
    }
  }
}
