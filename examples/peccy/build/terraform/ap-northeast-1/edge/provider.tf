provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "ap-northeast-1/edge"
      ManagedBy = "terraform"
    }
  }
}
