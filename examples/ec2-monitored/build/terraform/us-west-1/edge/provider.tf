provider "aws" {
  region = "us-west-1"

  default_tags {
    tags = {
      Platform  = "ec2-monitored"
      Layer     = "us-west-1/edge"
      ManagedBy = "terraform"
    }
  }
}
