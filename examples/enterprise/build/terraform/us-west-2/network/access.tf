resource "aws_accessanalyzer_analyzer" "access" {
  analyzer_name = "enterprise-access"
  type          = "ACCOUNT"
}
