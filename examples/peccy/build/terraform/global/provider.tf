# What is here has no region; its state lies in ap-northeast-1. What each region reads of it is a
# parameter there: while a region is lost, plan with -refresh=false, or one record by -target.
provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "global"
      ManagedBy = "terraform"
    }
  }
}
