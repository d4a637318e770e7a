// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRoute53Record<E> {
  readonly allow_overwrite?: Of<boolean, E>;
  readonly health_check_id?: Of<string, E>;
  readonly multivalue_answer_routing_policy?: Of<boolean, E>;
  readonly name: Needed<string, E>;
  readonly records?: Of<readonly Needed<string, E>[], E>;
  readonly set_identifier?: Of<string, E>;
  readonly ttl?: Of<number, E>;
  readonly type: Needed<string, E>;
  readonly zone_id: Needed<string, E>;
  readonly alias?: Inner<Alias<E>>;
  readonly cidr_routing_policy?: Inner<CidrRoutingPolicy<E>>;
  readonly failover_routing_policy?: Inner<FailoverRoutingPolicy<E>>;
  readonly geolocation_routing_policy?: Inner<GeolocationRoutingPolicy<E>>;
  readonly geoproximity_routing_policy?: Inner<GeoproximityRoutingPolicy<E>>;
  readonly latency_routing_policy?: Inner<LatencyRoutingPolicy<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly weighted_routing_policy?: Inner<WeightedRoutingPolicy<E>>;
}

interface Alias<E> {
  readonly evaluate_target_health: Needed<boolean, E>;
  readonly name: Needed<string, E>;
  readonly zone_id: Needed<string, E>;
}

interface CidrRoutingPolicy<E> {
  readonly collection_id: Needed<string, E>;
  readonly location_name: Needed<string, E>;
}

interface FailoverRoutingPolicy<E> {
  readonly type: Needed<string, E>;
}

interface GeolocationRoutingPolicy<E> {
  readonly continent?: Of<string, E>;
  readonly country?: Of<string, E>;
  readonly subdivision?: Of<string, E>;
}

interface GeoproximityRoutingPolicy<E> {
  readonly aws_region?: Of<string, E>;
  readonly bias?: Of<number, E>;
  readonly local_zone_group?: Of<string, E>;
  readonly coordinates?: Inners<Coordinates<E>>;
}

interface Coordinates<E> {
  readonly latitude: Needed<string, E>;
  readonly longitude: Needed<string, E>;
}

interface LatencyRoutingPolicy<E> {
  readonly region: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface WeightedRoutingPolicy<E> {
  readonly weight: Needed<number, E>;
}

export interface Binding<E> {
  readonly written: AwsRoute53Record<E>;
  readonly read:
    | keyof AwsRoute53Record<E>
    | 'fqdn'
    | 'id';
}
