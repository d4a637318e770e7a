data "aws_cloudfront_cache_policy" "static_cdn" {
  name = "Managed-CachingOptimized"
}

# By this signature the bucket knows its distribution, and answers nobody else.
resource "aws_cloudfront_origin_access_control" "static_cdn" {
  name                              = "enterprise-static-cdn"
  description                       = "Signs what static-cdn asks its bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_response_headers_policy" "static_cdn" {
  name = "enterprise-static-cdn"

  security_headers_config {
    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "same-origin"
      override        = true
    }

    strict_transport_security {
      access_control_max_age_sec = 31536000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
  }
}

resource "aws_cloudfront_distribution" "static_cdn" {
  # checkov:skip=CKV_AWS_86:What it hands out is for everybody to read
  # checkov:skip=CKV_AWS_374:The platform serves every country
  # checkov:skip=CKV2_AWS_47:Log4j is among the bad inputs that are turned away; users of VPNs are not

  enabled             = true
  is_ipv6_enabled     = true
  comment             = "static-cdn of enterprise"
  aliases             = ["static.example.com"]
  default_root_object = "index.html"
  http_version        = "http2and3"
  price_class         = "PriceClass_100"
  web_acl_id          = aws_wafv2_web_acl.wall.arn

  origin {
    origin_id                = "us-east-2"
    domain_name              = "enterprise-static-assets-us-east-2-${data.aws_caller_identity.current.account_id}.s3.us-east-2.amazonaws.com"
    origin_access_control_id = aws_cloudfront_origin_access_control.static_cdn.id
  }

  origin {
    origin_id                = "us-west-2"
    domain_name              = "enterprise-static-assets-us-west-2-${data.aws_caller_identity.current.account_id}.s3.us-west-2.amazonaws.com"
    origin_access_control_id = aws_cloudfront_origin_access_control.static_cdn.id
  }

  origin_group {
    origin_id = "regions"

    failover_criteria {
      status_codes = [403, 500, 502, 503, 504]
    }

    member {
      origin_id = "us-east-2"
    }

    member {
      origin_id = "us-west-2"
    }
  }

  default_cache_behavior {
    target_origin_id           = "regions"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = data.aws_cloudfront_cache_policy.static_cdn.id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.static_cdn.id
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate_validation.shop_certificate.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}
