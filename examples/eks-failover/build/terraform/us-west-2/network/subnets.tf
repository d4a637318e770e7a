# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-west-2a", "us-west-2b"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2a"
  cidr_block        = "10.1.0.0/21"

  tags = {
    Name                     = "eks-failover-public-a"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2a")
      error_message = "This account has no zone us-west-2a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2b"
  cidr_block        = "10.1.8.0/21"

  tags = {
    Name                     = "eks-failover-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2b")
      error_message = "This account has no zone us-west-2b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2a"
  cidr_block        = "10.1.64.0/18"

  tags = {
    Name                              = "eks-failover-private-a"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2a")
      error_message = "This account has no zone us-west-2a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2b"
  cidr_block        = "10.1.128.0/18"

  tags = {
    Name                              = "eks-failover-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2b")
      error_message = "This account has no zone us-west-2b: name other zones in the platform."
    }
  }
}
