variable "cluster_endpoint_cidrs" {
  description = "Addresses that reach the API of cluster from outside."
  type        = list(string)

  validation {
    condition     = !contains(var.cluster_endpoint_cidrs, "0.0.0.0/0")
    error_message = "Name ranges of your own: the whole internet is none."
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
