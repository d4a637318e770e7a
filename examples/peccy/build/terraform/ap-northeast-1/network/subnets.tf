# Letters of zones differ from account to account: this account's own are asked.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["ap-northeast-1a", "ap-northeast-1c"]
  }
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-1a"
  cidr_block        = "10.21.0.0/21"

  tags = {
    Name                     = "peccy-public-a"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-1a")
      error_message = "This account has no zone ap-northeast-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "public_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-1c"
  cidr_block        = "10.21.8.0/21"

  tags = {
    Name                     = "peccy-public-c"
    "kubernetes.io/role/elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-1c")
      error_message = "This account has no zone ap-northeast-1c: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-1a"
  cidr_block        = "10.21.64.0/18"

  tags = {
    Name                              = "peccy-private-a"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-1a")
      error_message = "This account has no zone ap-northeast-1a: name other zones in the platform."
    }
  }
}

resource "aws_subnet" "private_c" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "ap-northeast-1c"
  cidr_block        = "10.21.128.0/18"

  tags = {
    Name                              = "peccy-private-c"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    precondition {
      condition     = contains(data.aws_availability_zones.available.names, "ap-northeast-1c")
      error_message = "This account has no zone ap-northeast-1c: name other zones in the platform."
    }
  }
}
