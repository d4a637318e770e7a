# An account has one of it in a region. Only what is pushed from now on is copied: push again what
# is older.
resource "aws_ecr_replication_configuration" "images" {
  replication_configuration {
    rule {
      destination {
        region      = "ap-northeast-1"
        registry_id = data.aws_caller_identity.current.account_id
      }

      repository_filter {
        filter      = "catalog"
        filter_type = "PREFIX_MATCH"
      }

      repository_filter {
        filter      = "gateway"
        filter_type = "PREFIX_MATCH"
      }

      repository_filter {
        filter      = "pictures"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
