variable "web_alb_certificate_arn" {
  description = "Certificate of ACM, in this region, that web-alb shows to clients."
  type        = string
}
