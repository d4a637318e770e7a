# What is here has no region. Its state lies in eu-west-1, so that it can be planned while the
# region that serves is lost.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Platform  = "net-diagram"
      Layer     = "global"
      ManagedBy = "terraform"
    }
  }
}
