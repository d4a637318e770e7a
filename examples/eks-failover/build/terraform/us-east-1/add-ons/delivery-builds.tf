resource "aws_cloudwatch_log_group" "delivery_builds" {
  name              = "/eks-failover/delivery"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.delivery.arn
}

data "aws_iam_policy_document" "delivery_builds_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "delivery_builds" {
  name               = "eks-failover-delivery-builds-us-east-1"
  assume_role_policy = data.aws_iam_policy_document.delivery_builds_assume.json
}

data "aws_iam_policy_document" "delivery_builds" {
  statement {
    sid       = "Bucket"
    effect    = "Allow"
    actions   = ["s3:GetBucketAcl", "s3:GetBucketLocation"]
    resources = [aws_s3_bucket.delivery.arn]
  }

  statement {
    sid       = "Artifacts"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${aws_s3_bucket.delivery.arn}/*"]
  }

  statement {
    sid       = "ArtifactsKey"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.delivery.arn]
  }

  statement {
    sid       = "Logs"
    effect    = "Allow"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.delivery_builds.arn}:*"]
  }

  statement {
    sid       = "LogIn"
    effect    = "Allow"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid    = "Push"
    effect = "Allow"

    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:ecr:us-east-1:${data.aws_caller_identity.current.account_id}:repository/web",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-1:${data.aws_caller_identity.current.account_id}:repository/gateway",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-1:${data.aws_caller_identity.current.account_id}:repository/orders",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-1:${data.aws_caller_identity.current.account_id}:repository/catalog",
      "arn:${data.aws_partition.current.partition}:ecr:us-east-1:${data.aws_caller_identity.current.account_id}:repository/pictures",
    ]
  }
}

resource "aws_iam_role_policy" "delivery_builds" {
  name   = "delivery-builds"
  role   = aws_iam_role.delivery_builds.id
  policy = data.aws_iam_policy_document.delivery_builds.json
}

resource "aws_codebuild_project" "delivery_test" {
  name           = "eks-failover-delivery-test"
  description    = "Unit tests"
  service_role   = aws_iam_role.delivery_builds.arn
  encryption_key = aws_kms_key.delivery.arn
  build_timeout  = 30

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type            = "LINUX_CONTAINER"
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    privileged_mode = false

    environment_variable {
      name  = "REGISTRIES"
      value = "${data.aws_caller_identity.current.account_id}.dkr.ecr.us-east-1.amazonaws.com"
    }

    environment_variable {
      name  = "REPOSITORIES"
      value = "web gateway orders catalog pictures"
    }
  }

  source {
    type      = "CODEPIPELINE"
    buildspec = <<-EOT
      version: 0.2
      phases:
        build:
          commands:
            - make test
    EOT
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.delivery_builds.name
    }
  }
}

resource "aws_codebuild_project" "delivery_push" {
  # checkov:skip=CKV_AWS_316:Docker builds images in it, on a host that lives for one build

  name           = "eks-failover-delivery-push"
  description    = "Builds images and pushes them"
  service_role   = aws_iam_role.delivery_builds.arn
  encryption_key = aws_kms_key.delivery.arn
  build_timeout  = 30

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"

    # Docker needs it; unit tests have it not.
    privileged_mode = true

    environment_variable {
      name  = "REGISTRIES"
      value = "${data.aws_caller_identity.current.account_id}.dkr.ecr.us-east-1.amazonaws.com"
    }

    environment_variable {
      name  = "REPOSITORIES"
      value = "web gateway orders catalog pictures"
    }
  }

  source {
    type      = "CODEPIPELINE"
    buildspec = <<-EOT
      version: 0.2
      phases:
        build:
          commands:
            - make push
    EOT
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.delivery_builds.name
    }
  }
}
