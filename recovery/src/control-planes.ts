import type { ControlPlane, Step } from './step.ts';

/**
 * Where the control planes of services live that serve all regions: AWS's whitepaper on fault
 * isolation boundaries ("Global services"), and its guide to each.
 */
const homeRegions: { readonly [service: string]: string } = {
  route53: 'us-east-1',
  cloudfront: 'us-east-1',
  iam: 'us-east-1',
  organizations: 'us-east-1',
  globalaccelerator: 'us-west-2',
};

/** The region with which a control plane is lost. */
export function homeOf({ region, service }: ControlPlane): string {
  return homeRegions[service] ?? region;
}

export function isGlobal(plane: ControlPlane): boolean {
  return plane.region === 'global' || plane.service in homeRegions;
}

/**
 * Static stability: a failover may need neither what is lost nor what is shared by all regions.
 * Null: this one is neither.
 */
export function controlPlaneFlag(
  step: Step,
  plane: ControlPlane,
  lostRegions: ReadonlySet<string>,
): string | null {
  const needs = `${step.id} needs ${plane.service}’s control plane`;
  if (lostRegions.has(plane.region)) return `${needs} in ${plane.region}, which is lost`;
  if (!isGlobal(plane)) return null;
  const home = homeOf(plane);
  return lostRegions.has(home)
    ? `${needs}, whose home is ${home}: it waits until that is back`
    : `${needs}, which all regions share`;
}
