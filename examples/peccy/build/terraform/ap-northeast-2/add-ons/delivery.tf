# A person completes it in the console once: GitHub asks who they are.
resource "aws_codestarconnections_connection" "delivery" {
  name          = "peccy-delivery"
  provider_type = "GitHub"
}

data "aws_iam_policy_document" "delivery_assume" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codepipeline.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "delivery" {
  name               = "peccy-delivery-ap-northeast-2"
  assume_role_policy = data.aws_iam_policy_document.delivery_assume.json
}

data "aws_iam_policy_document" "delivery" {
  statement {
    sid       = "Bucket"
    effect    = "Allow"
    actions   = ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"]
    resources = [aws_s3_bucket.delivery.arn]
  }

  statement {
    sid       = "Artifacts"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectAcl"]
    resources = ["${aws_s3_bucket.delivery.arn}/*"]
  }

  statement {
    sid       = "ArtifactsKey"
    effect    = "Allow"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.delivery.arn]
  }

  statement {
    sid       = "Source"
    effect    = "Allow"
    actions   = ["codestar-connections:UseConnection"]
    resources = [aws_codestarconnections_connection.delivery.arn]
  }

  statement {
    sid     = "Builds"
    effect  = "Allow"
    actions = ["codebuild:BatchGetBuilds", "codebuild:StartBuild"]

    resources = [
      aws_codebuild_project.delivery_test.arn,
      aws_codebuild_project.delivery_push.arn,
      aws_codebuild_project.delivery_app_test.arn,
      aws_codebuild_project.delivery_app_push.arn,
    ]
  }
}

resource "aws_iam_role_policy" "delivery" {
  name   = "delivery"
  role   = aws_iam_role.delivery.id
  policy = data.aws_iam_policy_document.delivery.json
}

resource "aws_codepipeline" "delivery" {
  name           = "peccy-delivery"
  pipeline_type  = "V2"
  execution_mode = "QUEUED"
  role_arn       = aws_iam_role.delivery.arn

  artifact_store {
    type     = "S3"
    location = aws_s3_bucket.delivery.bucket

    encryption_key {
      id   = aws_kms_key.delivery.arn
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]

      configuration = {
        ConnectionArn    = aws_codestarconnections_connection.delivery.arn
        FullRepositoryId = "example/common_service-peccy-web"
        BranchName       = "main"
      }
    }
  }

  stage {
    name = "Test"

    action {
      name            = "Test"
      category        = "Test"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]

      configuration = {
        ProjectName = aws_codebuild_project.delivery_test.name
      }
    }
  }

  stage {
    name = "Image"

    action {
      name            = "Image"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]

      configuration = {
        ProjectName = aws_codebuild_project.delivery_push.name
      }
    }
  }
}

resource "aws_codepipeline" "delivery_app" {
  name           = "peccy-delivery-app"
  pipeline_type  = "V2"
  execution_mode = "QUEUED"
  role_arn       = aws_iam_role.delivery.arn

  artifact_store {
    type     = "S3"
    location = aws_s3_bucket.delivery.bucket

    encryption_key {
      id   = aws_kms_key.delivery.arn
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]

      configuration = {
        ConnectionArn    = aws_codestarconnections_connection.delivery.arn
        FullRepositoryId = "example/common_service-peccy-app"
        BranchName       = "main"
      }
    }
  }

  stage {
    name = "Test"

    action {
      name            = "Test"
      category        = "Test"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]

      configuration = {
        ProjectName = aws_codebuild_project.delivery_app_test.name
      }
    }
  }

  stage {
    name = "Image"

    action {
      name            = "Image"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]

      configuration = {
        ProjectName = aws_codebuild_project.delivery_app_push.name
      }
    }
  }
}
