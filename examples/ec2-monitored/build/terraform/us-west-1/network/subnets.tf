# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-west-1b", "us-west-1c"]
  }
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-1b"
  cidr_block        = "10.61.0.0/21"

  tags = {
    Name                     = "ec2-monitored-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-1b")
      error_message = "This account has no zone us-west-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-1c"
  cidr_block        = "10.61.8.0/21"

  tags = {
    Name                     = "ec2-monitored-public-c"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-1c")
      error_message = "This account has no zone us-west-1c: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-1b"
  cidr_block        = "10.61.64.0/18"

  tags = {
    Name                              = "ec2-monitored-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-1b")
      error_message = "This account has no zone us-west-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-1c"
  cidr_block        = "10.61.128.0/18"

  tags = {
    Name                              = "ec2-monitored-private-c"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-1c")
      error_message = "This account has no zone us-west-1c: name other zones in the platform."
    }
  }
}
