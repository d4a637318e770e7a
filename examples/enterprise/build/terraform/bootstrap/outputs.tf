output "bucket_us_east_2" {
  description = "Holds the states of us-east-2: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_us_east_2.bucket
}

output "bucket_us_west_2" {
  description = "Holds the states of us-west-2: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_us_west_2.bucket
}
