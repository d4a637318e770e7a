variable "operators_key_public_key" {
  description = "The one line of the .pub file of operators-key."
  type        = string
}

variable "monitoring_endpoint_cidrs" {
  description = "Addresses that reach the API of monitoring from outside."
  type        = list(string)

  validation {
    condition     = !contains(var.monitoring_endpoint_cidrs, "0.0.0.0/0")
    error_message = "Name ranges of your own: the whole internet is none."
  }
}

variable "monitoring_administrators" {
  description = "Roles that administer monitoring: whoever deploys, and who recovers."
  type        = list(string)

  validation {
    condition     = length(var.monitoring_administrators) > 0
    error_message = "Name one role at least: without one, nobody reaches the cluster."
  }
}
