# A node may join and pull images. Everything else is done under the role of a service account.
data "aws_iam_policy_document" "cluster_nodes_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "cluster_nodes" {
  name               = "peccy-cluster-nodes-ap-northeast-1"
  assume_role_policy = data.aws_iam_policy_document.cluster_nodes_assume.json
}

resource "aws_iam_role_policy_attachment" "cluster_nodes_join" {
  role       = aws_iam_role.cluster_nodes.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy"
}

resource "aws_iam_role_policy_attachment" "cluster_nodes_pull" {
  role       = aws_iam_role.cluster_nodes.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"
}

resource "aws_launch_template" "cluster_manage" {
  name = "peccy-cluster-manage"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"

    # One hop: a pod does not reach its node's role.
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 20
      encrypted             = "true"
      kms_key_id            = aws_kms_key.cluster.arn
      delete_on_termination = "true"
    }
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"

    tags = {
      Name      = "peccy-cluster-manage"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }

  tag_specifications {
    resource_type = "volume"

    tags = {
      Name      = "peccy-cluster-manage"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }
}

resource "aws_eks_node_group" "cluster_manage" {
  cluster_name    = aws_eks_cluster.cluster.name
  node_group_name = "manage"
  node_role_arn   = aws_iam_role.cluster_nodes.arn
  subnet_ids      = local.network_workload_subnet_ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "ON_DEMAND"
  instance_types  = ["t3.medium"]

  labels = {
    node-group = "manage"
  }

  tags = {
    "k8s.io/cluster-autoscaler/enabled"       = "true"
    "k8s.io/cluster-autoscaler/peccy-cluster" = "owned"
  }

  scaling_config {
    min_size     = 2
    max_size     = 2
    desired_size = 2
  }

  update_config {
    max_unavailable_percentage = 33
  }

  launch_template {
    id      = aws_launch_template.cluster_manage.id
    version = aws_launch_template.cluster_manage.latest_version
  }

  # Only pods that name this group run on it.
  taint {
    key    = "node-group"
    value  = "manage"
    effect = "NO_SCHEDULE"
  }

  lifecycle {
    # The autoscaler and a recovery change them: an apply must not take nodes away.
    ignore_changes = [scaling_config[0].desired_size, scaling_config[0].min_size]
  }

  depends_on = [
    aws_iam_role_policy_attachment.cluster_nodes_join,
    aws_iam_role_policy_attachment.cluster_nodes_pull,
  ]
}

resource "aws_launch_template" "cluster_web" {
  name = "peccy-cluster-web"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"

    # One hop: a pod does not reach its node's role.
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 20
      encrypted             = "true"
      kms_key_id            = aws_kms_key.cluster.arn
      delete_on_termination = "true"
    }
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"

    tags = {
      Name      = "peccy-cluster-web"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }

  tag_specifications {
    resource_type = "volume"

    tags = {
      Name      = "peccy-cluster-web"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }
}

# No node runs here until a recovery scales the group to 2, 6 at most. Raise this account's quota of
# On-Demand vCPUs for 6 × m6i.large here, and reserve capacity for 2, if the recovery may not wait
# for it.
resource "aws_eks_node_group" "cluster_web" {
  cluster_name    = aws_eks_cluster.cluster.name
  node_group_name = "web"
  node_role_arn   = aws_iam_role.cluster_nodes.arn
  subnet_ids      = local.network_workload_subnet_ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "ON_DEMAND"
  instance_types  = ["m6i.large"]

  labels = {
    node-group = "web"
  }

  tags = {
    "k8s.io/cluster-autoscaler/enabled"       = "true"
    "k8s.io/cluster-autoscaler/peccy-cluster" = "owned"
  }

  scaling_config {
    min_size     = 0
    max_size     = 6
    desired_size = 0
  }

  update_config {
    max_unavailable_percentage = 33
  }

  launch_template {
    id      = aws_launch_template.cluster_web.id
    version = aws_launch_template.cluster_web.latest_version
  }

  lifecycle {
    # The autoscaler and a recovery change them: an apply must not take nodes away.
    ignore_changes = [scaling_config[0].desired_size, scaling_config[0].min_size]
  }

  depends_on = [
    aws_iam_role_policy_attachment.cluster_nodes_join,
    aws_iam_role_policy_attachment.cluster_nodes_pull,
  ]
}

resource "aws_launch_template" "cluster_app" {
  name = "peccy-cluster-app"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"

    # One hop: a pod does not reach its node's role.
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 20
      encrypted             = "true"
      kms_key_id            = aws_kms_key.cluster.arn
      delete_on_termination = "true"
    }
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"

    tags = {
      Name      = "peccy-cluster-app"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }

  tag_specifications {
    resource_type = "volume"

    tags = {
      Name      = "peccy-cluster-app"
      Platform  = "peccy"
      ManagedBy = "terraform"
    }
  }
}

# No node runs here until a recovery scales the group to 2, 6 at most. Raise this account's quota of
# On-Demand vCPUs for 6 × m6i.large here, and reserve capacity for 2, if the recovery may not wait
# for it.
resource "aws_eks_node_group" "cluster_app" {
  cluster_name    = aws_eks_cluster.cluster.name
  node_group_name = "app"
  node_role_arn   = aws_iam_role.cluster_nodes.arn
  subnet_ids      = local.network_workload_subnet_ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "ON_DEMAND"
  instance_types  = ["m6i.large"]

  labels = {
    node-group = "app"
  }

  tags = {
    "k8s.io/cluster-autoscaler/enabled"       = "true"
    "k8s.io/cluster-autoscaler/peccy-cluster" = "owned"
  }

  scaling_config {
    min_size     = 0
    max_size     = 6
    desired_size = 0
  }

  update_config {
    max_unavailable_percentage = 33
  }

  launch_template {
    id      = aws_launch_template.cluster_app.id
    version = aws_launch_template.cluster_app.latest_version
  }

  lifecycle {
    # The autoscaler and a recovery change them: an apply must not take nodes away.
    ignore_changes = [scaling_config[0].desired_size, scaling_config[0].min_size]
  }

  depends_on = [
    aws_iam_role_policy_attachment.cluster_nodes_join,
    aws_iam_role_policy_attachment.cluster_nodes_pull,
  ]
}
