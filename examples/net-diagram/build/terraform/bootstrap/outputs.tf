output "bucket_us_east_1" {
  description = "Holds the states of us-east-1: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_us_east_1.bucket
}

output "bucket_eu_west_1" {
  description = "Holds the states of eu-west-1: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_eu_west_1.bucket
}
