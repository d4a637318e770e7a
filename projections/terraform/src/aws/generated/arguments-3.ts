// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export const arguments3: { readonly [type: string]: string } = {
  aws_wafv2_web_acl:
    'description=s name=s name_prefix=s region=s rule_json=s scope=s tags={s token_domains=[s ' +
    'association_config(request_body(api_gateway(default_size_inspection_limit=s) ' +
    'app_runner_service(default_size_inspection_limit=s) cloudfront(' +
    'default_size_inspection_limit=s) cognito_user_pool(default_size_inspection_limit=s) ' +
    'verified_access_instance(default_size_inspection_limit=s))) captcha_config(' +
    'immunity_time_property(immunity_time=n)) challenge_config(immunity_time_property(' +
    'immunity_time=n)) custom_response_body(content=s content_type=s key=s) ' +
    'data_protection_config(data_protection(action=s exclude_rate_based_details=b ' +
    'exclude_rule_match_details=b field(field_keys=[s field_type=s))) default_action(allow(' +
    'custom_request_handling(insert_header(name=s value=s))) block(custom_response(' +
    'custom_response_body_key=s response_code=n response_header(name=s value=s)))) rule(name=s ' +
    'priority=n action(allow(custom_request_handling(insert_header(name=s value=s))) block(' +
    'custom_response(custom_response_body_key=s response_code=n response_header(name=s ' +
    'value=s))) captcha(custom_request_handling(insert_header(name=s value=s))) challenge(' +
    'custom_request_handling(insert_header(name=s value=s))) count(custom_request_handling(' +
    'insert_header(name=s value=s)))) captcha_config(immunity_time_property(immunity_time=n)) ' +
    'challenge_config(immunity_time_property(immunity_time=n)) override_action(count() none()) ' +
    'rule_label(name=s) statement=a visibility_config(cloudwatch_metrics_enabled=b metric_name=s ' +
    'sampled_requests_enabled=b)) visibility_config(cloudwatch_metrics_enabled=b metric_name=s ' +
    'sampled_requests_enabled=b)',
  aws_wafv2_web_acl_association: 'id=s region=s resource_arn=s web_acl_arn=s timeouts(create=s)',
  aws_wafv2_web_acl_logging_configuration:
    'log_destination_configs=[s region=s resource_arn=s logging_filter(default_behavior=s filter(' +
    'behavior=s requirement=s condition(action_condition(action=s) label_name_condition(' +
    'label_name=s)))) redacted_fields(method() query_string() single_header(name=s) uri_path())',
};
