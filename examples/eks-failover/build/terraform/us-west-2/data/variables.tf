variable "alarm_emails" {
  description = "Who is told of alarms. Each address has to confirm a message of AWS once."
  type        = list(string)
  default     = []
}
