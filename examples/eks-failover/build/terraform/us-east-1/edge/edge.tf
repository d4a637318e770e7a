resource "aws_globalaccelerator_endpoint_group" "edge" {
  listener_arn          = local.edge_listener_arn
  endpoint_group_region = "us-east-1"

  # A dial of 0 keeps clients away while another region is healthy, and no longer: the accelerator
  # fails over by itself, whatever the dial says.
  traffic_dial_percentage = 100

  health_check_protocol         = "HTTPS"
  health_check_port             = 443
  health_check_path             = "/readyz"
  health_check_interval_seconds = 10
  threshold_count               = 3

  endpoint_configuration {
    endpoint_id                    = aws_lb.web_alb.arn
    weight                         = 128
    client_ip_preservation_enabled = true
  }

  lifecycle {
    # A planned move turns the dial: an apply must not turn it back.
    ignore_changes = [traffic_dial_percentage]
  }
}
