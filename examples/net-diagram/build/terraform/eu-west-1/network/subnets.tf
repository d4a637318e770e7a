# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
  cidr_block        = "10.41.0.0/21"

  tags = {
    Name                     = "net-diagram-public-a"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1a")
      error_message = "This account has no zone eu-west-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
  cidr_block        = "10.41.8.0/21"

  tags = {
    Name                     = "net-diagram-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1b")
      error_message = "This account has no zone eu-west-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1c"
  cidr_block        = "10.41.16.0/21"

  tags = {
    Name                     = "net-diagram-public-c"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1c")
      error_message = "This account has no zone eu-west-1c: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
  cidr_block        = "10.41.64.0/18"

  tags = {
    Name                              = "net-diagram-private-a"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1a")
      error_message = "This account has no zone eu-west-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
  cidr_block        = "10.41.128.0/18"

  tags = {
    Name                              = "net-diagram-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1b")
      error_message = "This account has no zone eu-west-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1c"
  cidr_block        = "10.41.192.0/18"

  tags = {
    Name                              = "net-diagram-private-c"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "eu-west-1c")
      error_message = "This account has no zone eu-west-1c: name other zones in the platform."
    }
  }
}
