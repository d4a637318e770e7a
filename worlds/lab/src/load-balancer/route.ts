import type { LabLayout, ServiceLayout } from '../layout.ts';

/** A target group, as an ALB's rule sees it: a path prefix and the ports that serve it. */
export interface RouteLayout {
  readonly prefix: string;
  readonly component: string;
  /** The node's own zone first, then the region's others. */
  readonly targets: readonly RouteTarget[];
}

export interface RouteTarget {
  readonly zone: string;
  readonly port: number;
  readonly readyPath: string;
}

/** The routes of a zone's load-balancer node, the longest prefix first. */
export function routesOf(layout: LabLayout, zoneName: string): RouteLayout[] {
  const region = layout.regions.find((one) => one.zones.some((zone) => zone.name === zoneName));
  if (region === undefined) throw new Error(`no zone "${zoneName}" in layout.json`);
  const zones = [...region.zones].sort(
    (left, right) => Number(right.name === zoneName) - Number(left.name === zoneName),
  );
  const routes = new Map<string, { component: string; targets: RouteTarget[] }>();
  for (const zone of zones) {
    for (const service of zone.services) {
      for (const prefix of service.paths) {
        const route = routes.get(prefix) ?? { component: service.component, targets: [] };
        const { port, readyPath } = service;
        route.targets.push({ zone: zone.name, port, readyPath });
        routes.set(prefix, route);
      }
    }
  }
  return [...routes]
    .map(([prefix, route]) => ({ prefix, ...route }))
    .sort((left, right) => right.prefix.length - left.prefix.length);
}

/** Whole segments: `/api` takes `/api` and `/api/orders`, and leaves `/apiary`. */
export function matchesPrefix(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  if (prefix.endsWith('/') || path.length === prefix.length) return true;
  const next = path[prefix.length];
  return next === '/' || next === '?';
}

/**
 * The route whose targets decide whether the node is ready: the gateway's, which holds writes and
 * is admitted; without one, the route that takes `/api`; else the one of the first path.
 */
export function gatewayRoute(
  routes: readonly RouteLayout[],
  services: readonly ServiceLayout[],
): RouteLayout | null {
  const gateway = services.find((service) => service.holdsWrites && service.paths.length > 0);
  const own = routes.find((route) => route.component === gateway?.component);
  const first = services.flatMap((service) => service.paths)[0];
  return (
    own ??
    routes.find((route) => route.prefix.startsWith('/api')) ??
    routes.find((route) => route.prefix === first) ??
    routes[0] ??
    null
  );
}
