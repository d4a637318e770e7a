# The buckets that hold the state of every other module, and their keys.
provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "bootstrap"
      ManagedBy = "terraform"
    }
  }
}
