provider "aws" {
  region = "ap-northeast-2"

  default_tags {
    tags = {
      Platform  = "peccy"
      Layer     = "ap-northeast-2/add-ons"
      ManagedBy = "terraform"
    }
  }
}

# It speaks to the API of the cluster: apply from a range that may reach it, under a role that
# administers it, with the AWS CLI in the PATH.
provider "helm" {
  alias = "cluster"

  kubernetes = {
    host                   = local.cluster_endpoint
    cluster_ca_certificate = base64decode(local.cluster_certificate_authority)
    exec = {
      api_version = "client.authentication.k8s.io/v1"
      command     = "aws"
      args = [
        "eks",
        "get-token",
        "--region",
        "ap-northeast-2",
        "--cluster-name",
        local.cluster_name,
      ]
    }
  }
}
