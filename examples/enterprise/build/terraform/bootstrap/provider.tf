# The buckets that hold the state of every other module, and their keys.
provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "enterprise"
      Layer     = "bootstrap"
      ManagedBy = "terraform"
    }
  }
}
