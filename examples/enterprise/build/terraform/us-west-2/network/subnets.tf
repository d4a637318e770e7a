# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-west-2a", "us-west-2b", "us-west-2c"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2a"
  cidr_block        = "10.81.0.0/21"

  tags = {
    Name                     = "enterprise-public-a"
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
  cidr_block        = "10.81.8.0/21"

  tags = {
    Name                     = "enterprise-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2b")
      error_message = "This account has no zone us-west-2b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2c"
  cidr_block        = "10.81.16.0/21"

  tags = {
    Name                     = "enterprise-public-c"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2c")
      error_message = "This account has no zone us-west-2c: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2a"
  cidr_block        = "10.81.64.0/18"

  tags = {
    Name                              = "enterprise-private-a"
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
  cidr_block        = "10.81.128.0/18"

  tags = {
    Name                              = "enterprise-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2b")
      error_message = "This account has no zone us-west-2b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-west-2c"
  cidr_block        = "10.81.192.0/18"

  tags = {
    Name                              = "enterprise-private-c"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-west-2c")
      error_message = "This account has no zone us-west-2c: name other zones in the platform."
    }
  }
}
