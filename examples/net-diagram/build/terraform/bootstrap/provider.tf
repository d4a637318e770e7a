# The buckets that hold the state of every other module, and their keys.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Platform  = "net-diagram"
      Layer     = "bootstrap"
      ManagedBy = "terraform"
    }
  }
}
