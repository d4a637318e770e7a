# One in each zone: a lost zone does not take the way out of the others with it.
resource "aws_eip" "nat_b" {
  domain = "vpc"

  tags = {
    Name = "ec2-monitored-nat-b"
  }
}

resource "aws_nat_gateway" "b" {
  allocation_id = aws_eip.nat_b.id
  subnet_id     = aws_subnet.public_b.id

  tags = {
    Name = "ec2-monitored-nat-b"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_eip" "nat_c" {
  domain = "vpc"

  tags = {
    Name = "ec2-monitored-nat-c"
  }
}

resource "aws_nat_gateway" "c" {
  allocation_id = aws_eip.nat_c.id
  subnet_id     = aws_subnet.public_c.id

  tags = {
    Name = "ec2-monitored-nat-c"
  }

  depends_on = [aws_internet_gateway.main]
}
