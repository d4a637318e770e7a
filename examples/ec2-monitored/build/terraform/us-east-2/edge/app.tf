resource "aws_autoscaling_group" "app" {
  name                      = "ec2-monitored-app"
  min_size                  = 3
  max_size                  = 3
  desired_capacity          = 3
  vpc_zone_identifier       = local.network_workload_subnet_ids
  target_group_arns         = [aws_lb_target_group.app_alb_app.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 120

  launch_template {
    id      = local.app_launch_template_id
    version = local.app_launch_template_version
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 66
    }
  }

  tag {
    key                 = "Name"
    value               = "ec2-monitored-app"
    propagate_at_launch = true
  }

  lifecycle {
    # A recovery scales it up: an apply in the middle of it must not scale it down.
    ignore_changes = [desired_capacity, min_size]
  }
}
