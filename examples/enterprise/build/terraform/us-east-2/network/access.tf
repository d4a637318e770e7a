resource "aws_accessanalyzer_analyzer" "access" {
  analyzer_name = "enterprise-access"
  type          = "ACCOUNT"
}

# Roles are of no region: one region looks for those that nobody uses.
resource "aws_accessanalyzer_analyzer" "access_unused" {
  analyzer_name = "enterprise-access-unused"
  type          = "ACCOUNT_UNUSED_ACCESS"

  configuration {
    unused_access {
      unused_access_age = 90
    }
  }
}
