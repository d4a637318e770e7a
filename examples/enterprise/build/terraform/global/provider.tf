# What is here has no region. Its state lies in us-west-2, so that it can be planned while the
# region that serves is lost.
provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "enterprise"
      Layer     = "global"
      ManagedBy = "terraform"
    }
  }
}
