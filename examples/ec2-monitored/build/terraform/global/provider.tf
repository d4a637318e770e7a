# What is here has no region. Its state lies in us-west-1, so that it can be planned while the
# region that serves is lost.
provider "aws" {
  region = "us-west-1"

  default_tags {
    tags = {
      Platform  = "ec2-monitored"
      Layer     = "global"
      ManagedBy = "terraform"
    }
  }
}
