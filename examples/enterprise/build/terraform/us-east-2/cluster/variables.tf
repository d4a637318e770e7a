variable "cluster_endpoint_cidrs" {
  description = "Addresses that reach the API of cluster from outside."
  type        = list(string)

  validation {
    condition     = length(var.cluster_endpoint_cidrs) > 0 && alltrue([for range in var.cluster_endpoint_cidrs : can(cidrhost(range, 0)) && can(regex("^[0-9.]+/([89]|[12][0-9]|3[0-2])$", range))])
    error_message = "Name at least one IPv4 range of your own, like 203.0.113.0/24, and none wider than /8."
  }
}

variable "cluster_administrators" {
  description = "Roles that administer cluster: whoever deploys, and who recovers."
  type        = list(string)

  validation {
    condition     = length(var.cluster_administrators) > 0
    error_message = "Name one role at least: without one, nobody reaches the cluster."
  }
}
