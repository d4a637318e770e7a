# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["ap-northeast-2a", "ap-northeast-2b"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-2a"
  cidr_block        = "10.20.0.0/21"

  tags = {
    Name                     = "peccy-public-a"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-2a")
      error_message = "This account has no zone ap-northeast-2a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-2b"
  cidr_block        = "10.20.8.0/21"

  tags = {
    Name                     = "peccy-public-b"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-2b")
      error_message = "This account has no zone ap-northeast-2b: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-2a"
  cidr_block        = "10.20.64.0/18"

  tags = {
    Name                              = "peccy-private-a"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-2a")
      error_message = "This account has no zone ap-northeast-2a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-2b"
  cidr_block        = "10.20.128.0/18"

  tags = {
    Name                              = "peccy-private-b"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-2b")
      error_message = "This account has no zone ap-northeast-2b: name other zones in the platform."
    }
  }
}
