resource "aws_globalaccelerator_accelerator" "edge" {
  # checkov:skip=CKV_AWS_75:Flow logs of each VPC have the same connections

  name            = "eks-failover-edge"
  ip_address_type = "IPV4"
  enabled         = true
}

resource "aws_globalaccelerator_listener" "edge" {
  accelerator_arn = aws_globalaccelerator_accelerator.edge.arn
  protocol        = "TCP"

  port_range {
    from_port = 80
    to_port   = 80
  }

  port_range {
    from_port = 443
    to_port   = 443
  }
}
