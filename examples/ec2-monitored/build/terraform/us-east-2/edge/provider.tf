provider "aws" {
  region = "us-east-2"

  default_tags {
    tags = {
      Platform  = "ec2-monitored"
      Layer     = "us-east-2/edge"
      ManagedBy = "terraform"
    }
  }
}
