// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRoute53Record {
  readonly allow_overwrite?: Of<boolean>;
  readonly health_check_id?: Of<string>;
  readonly multivalue_answer_routing_policy?: Of<boolean>;
  readonly name: Needed<string>;
  readonly records?: Of<readonly Needed<string>[]>;
  readonly set_identifier?: Of<string>;
  readonly ttl?: Of<number>;
  readonly type: Needed<string>;
  readonly zone_id: Needed<string>;
  readonly alias?: Inner<Alias>;
  readonly cidr_routing_policy?: Inner<CidrRoutingPolicy>;
  readonly failover_routing_policy?: Inner<FailoverRoutingPolicy>;
  readonly geolocation_routing_policy?: Inner<GeolocationRoutingPolicy>;
  readonly geoproximity_routing_policy?: Inner<GeoproximityRoutingPolicy>;
  readonly latency_routing_policy?: Inner<LatencyRoutingPolicy>;
  readonly timeouts?: Inner<Timeouts>;
  readonly weighted_routing_policy?: Inner<WeightedRoutingPolicy>;
}

interface Alias {
  readonly evaluate_target_health: Needed<boolean>;
  readonly name: Needed<string>;
  readonly zone_id: Needed<string>;
}

interface CidrRoutingPolicy {
  readonly collection_id: Needed<string>;
  readonly location_name: Needed<string>;
}

interface FailoverRoutingPolicy {
  readonly type: Needed<string>;
}

interface GeolocationRoutingPolicy {
  readonly continent?: Of<string>;
  readonly country?: Of<string>;
  readonly subdivision?: Of<string>;
}

interface GeoproximityRoutingPolicy {
  readonly aws_region?: Of<string>;
  readonly bias?: Of<number>;
  readonly local_zone_group?: Of<string>;
  readonly coordinates?: Inners<Coordinates>;
}

interface Coordinates {
  readonly latitude: Needed<string>;
  readonly longitude: Needed<string>;
}

interface LatencyRoutingPolicy {
  readonly region: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface WeightedRoutingPolicy {
  readonly weight: Needed<number>;
}

export interface Binding {
  readonly written: AwsRoute53Record;
  readonly read:
    | keyof AwsRoute53Record
    | 'fqdn'
    | 'id';
}
