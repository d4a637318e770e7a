# The buckets that hold the state of every other module, and their keys.
provider "aws" {
  region = "us-west-1"

  default_tags {
    tags = {
      Platform  = "ec2-monitored"
      Layer     = "bootstrap"
      ManagedBy = "terraform"
    }
  }
}
