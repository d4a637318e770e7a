provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "ap-northeast-1/add-ons"
      ManagedBy = "terraform"
    }
  }
}
