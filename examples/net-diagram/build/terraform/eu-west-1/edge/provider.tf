provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Platform  = "net-diagram"
      Layer     = "eu-west-1/edge"
      ManagedBy = "terraform"
    }
  }
}
