# One in each zone: a lost zone does not take the way out of the others with it.
resource "aws_eip" "nat_a" {
  domain = "vpc"

  tags = {
    Name = "enterprise-nat-a"
  }
}

resource "aws_nat_gateway" "a" {
  allocation_id = aws_eip.nat_a.id
  subnet_id     = aws_subnet.public_a.id

  tags = {
    Name = "enterprise-nat-a"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_eip" "nat_b" {
  domain = "vpc"

  tags = {
    Name = "enterprise-nat-b"
  }
}

resource "aws_nat_gateway" "b" {
  allocation_id = aws_eip.nat_b.id
  subnet_id     = aws_subnet.public_b.id

  tags = {
    Name = "enterprise-nat-b"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_eip" "nat_c" {
  domain = "vpc"

  tags = {
    Name = "enterprise-nat-c"
  }
}

resource "aws_nat_gateway" "c" {
  allocation_id = aws_eip.nat_c.id
  subnet_id     = aws_subnet.public_c.id

  tags = {
    Name = "enterprise-nat-c"
  }

  depends_on = [aws_internet_gateway.main]
}
