output "bucket_ap_northeast_2" {
  description = "Holds the states of ap-northeast-2: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_ap_northeast_2.bucket
}

output "bucket_ap_northeast_1" {
  description = "Holds the states of ap-northeast-1: terraform init -backend-config=\"bucket=…\""
  value       = aws_s3_bucket.states_ap_northeast_1.bucket
}
