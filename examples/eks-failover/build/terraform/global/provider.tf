# What is here has no region; its state lies in us-west-2. What each region reads of it is a
# parameter there: while a region is lost, plan with -refresh=false, or one record by -target.
provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Platform  = "eks-failover"
      Layer     = "global"
      ManagedBy = "terraform"
    }
  }
}
