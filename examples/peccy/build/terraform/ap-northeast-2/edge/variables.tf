variable "alb_certificate_arn" {
  description = "Certificate of ACM, in this region, that alb shows to clients."
  type        = string
}
