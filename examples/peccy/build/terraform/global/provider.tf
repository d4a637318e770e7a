# What is here has no region. Its state lies in ap-northeast-1, so that it can be planned while the
# region that serves is lost.
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
