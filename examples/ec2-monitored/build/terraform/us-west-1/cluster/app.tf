resource "aws_security_group" "app" {
  name        = "ec2-monitored-app"
  description = "Who reaches app; its rules come with those who ask it"
  vpc_id      = local.network_vpc_id

  tags = {
    Name = "ec2-monitored-app"
  }
}

resource "aws_vpc_security_group_egress_rule" "app" {
  description       = "To stores, and to AWS by way of the NAT gateways"
  security_group_id = aws_security_group.app.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

data "aws_iam_policy_document" "app_key" {
  # checkov:skip=CKV_AWS_109:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_111:A key policy: its resource is the key itself
  # checkov:skip=CKV_AWS_356:A key policy: its resource is the key itself

  statement {
    sid       = "Account"
    effect    = "Allow"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root",
      ]
    }
  }

  statement {
    sid    = "AutoScaling"
    effect = "Allow"

    actions = [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ]

    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ]
    }
  }

  statement {
    sid       = "AutoScalingDisks"
    effect    = "Allow"
    actions   = ["kms:CreateGrant"]
    resources = ["*"]

    principals {
      type = "AWS"

      identifiers = [
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      ]
    }

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

resource "aws_kms_key" "app" {
  description         = "app of ec2-monitored in us-west-1"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.app_key.json
}

resource "aws_kms_alias" "app" {
  name          = "alias/ec2-monitored-app"
  target_key_id = aws_kms_key.app.id
}

data "aws_iam_policy_document" "app_assume" {
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

resource "aws_iam_role" "app" {
  name               = "ec2-monitored-app-us-west-1"
  assume_role_policy = data.aws_iam_policy_document.app_assume.json
}

data "aws_iam_policy_document" "app" {
  statement {
    sid     = "PasswordRecords"
    effect  = "Allow"
    actions = ["secretsmanager:GetSecretValue"]

    resources = [
      "arn:${data.aws_partition.current.partition}:secretsmanager:us-west-1:${data.aws_caller_identity.current.account_id}:secret:ec2-monitored-records-??????",
    ]
  }
}

resource "aws_iam_role_policy" "app" {
  name   = "app"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.app.json
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "app" {
  name = "ec2-monitored-app-us-west-1"
  role = aws_iam_role.app.name
}

resource "aws_launch_template" "app" {
  name                   = "ec2-monitored-app"
  description            = "app of ec2-monitored"
  image_id               = local.app_image_image_id
  instance_type          = "t2.micro"
  key_name               = aws_key_pair.operators_key.key_name
  vpc_security_group_ids = [aws_security_group.app.id]
  update_default_version = true

  iam_instance_profile {
    arn = aws_iam_instance_profile.app.arn
  }

  metadata_options {
    http_endpoint = "enabled"

    # Version 2 of the metadata service alone.
    http_tokens = "required"

    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = true
  }

  block_device_mappings {
    # By any other name it would be a second disk.
    device_name = local.app_image_root_device_name

    ebs {
      encrypted             = "true"
      kms_key_id            = aws_kms_key.app.arn
      volume_type           = "gp3"
      volume_size           = 8
      delete_on_termination = "true"
    }
  }
}
