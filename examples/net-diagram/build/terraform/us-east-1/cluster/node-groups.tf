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
  name               = "net-diagram-cluster-nodes-us-east-1"
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

resource "aws_launch_template" "cluster_apps" {
  name = "net-diagram-cluster-apps"

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
      Name      = "net-diagram-cluster-apps"
      Platform  = "net-diagram"
      ManagedBy = "terraform"
    }
  }

  tag_specifications {
    resource_type = "volume"

    tags = {
      Name      = "net-diagram-cluster-apps"
      Platform  = "net-diagram"
      ManagedBy = "terraform"
    }
  }
}

resource "aws_eks_node_group" "cluster_apps" {
  cluster_name    = aws_eks_cluster.cluster.name
  node_group_name = "apps"
  node_role_arn   = aws_iam_role.cluster_nodes.arn
  subnet_ids      = local.network_workload_subnet_ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "ON_DEMAND"
  instance_types  = ["m6i.large", "m6a.large"]

  labels = {
    node-group = "apps"
  }

  tags = {
    "k8s.io/cluster-autoscaler/enabled"             = "true"
    "k8s.io/cluster-autoscaler/net-diagram-cluster" = "owned"
  }

  scaling_config {
    min_size     = 3
    max_size     = 12
    desired_size = 3
  }

  update_config {
    max_unavailable_percentage = 33
  }

  launch_template {
    id      = aws_launch_template.cluster_apps.id
    version = aws_launch_template.cluster_apps.latest_version
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
