# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-east-1a", "us-east-1b", "us-east-1c"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.40.0.0/21"

  tags = {
    Name                     = "net-diagram-public-a"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1a")
      error_message = "This account has no zone us-east-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1b"
  cidr_block        = "10.40.8.0/21"

  tags = {
    Name                     = "net-diagram-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1b")
      error_message = "This account has no zone us-east-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1c"
  cidr_block        = "10.40.16.0/21"

  tags = {
    Name                     = "net-diagram-public-c"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1c")
      error_message = "This account has no zone us-east-1c: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.40.64.0/18"

  tags = {
    Name                              = "net-diagram-private-a"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1a")
      error_message = "This account has no zone us-east-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1b"
  cidr_block        = "10.40.128.0/18"

  tags = {
    Name                              = "net-diagram-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1b")
      error_message = "This account has no zone us-east-1b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1c"
  cidr_block        = "10.40.192.0/18"

  tags = {
    Name                              = "net-diagram-private-c"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "us-east-1c")
      error_message = "This account has no zone us-east-1c: name other zones in the platform."
    }
  }
}
