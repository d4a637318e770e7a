provider "aws" {
  region = "ap-northeast-2"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "ap-northeast-2/edge"
      ManagedBy = "terraform"
    }
  }
}
