import {
  type ComponentOf,
  componentsOf,
  databaseComponents,
  type Platform,
  servicesOf,
} from '@outrigger/model';
import type { LabLayout } from './layout.ts';
import { matchesPrefix } from './load-balancer/route.ts';

type Service = ComponentOf<'service'>;

/** What clients write to: who answers it is where they come in. */
export const writePath = '/api/orders';

/** Of the services that a load balancer sends something, the one that gets the clients' writes. */
export function entranceOf(platform: Platform): Service | null {
  return mostSpecific(
    servicesOf(platform).map((service) => ({
      of: service,
      paths: service.lab?.paths ?? service.paths,
    })),
  );
}

/** The same in a lab that runs: a component's name. */
export function entranceIn(layout: LabLayout): string | null {
  const services = layout.regions.flatMap(({ zones }) => zones.flatMap((zone) => zone.services));
  return mostSpecific(services.map(({ component, paths }) => ({ of: component, paths })));
}

/** The longest prefix wins, as in the load balancer. */
function mostSpecific<Of>(routes: readonly { of: Of; paths: readonly string[] }[]): Of | null {
  const matching = routes
    .flatMap(({ of, paths }) => paths.map((prefix) => ({ of, prefix })))
    .filter(({ prefix }) => matchesPrefix(writePath, prefix))
    .sort((left, right) => right.prefix.length - left.prefix.length);
  return matching[0]?.of ?? null;
}

/** Components that are played by a stand-in, each once. */
export function standInsOf(layout: LabLayout): readonly string[] {
  const services = layout.regions.flatMap(({ zones }) => zones.flatMap((zone) => zone.services));
  return [...new Set(services.filter(({ standIn }) => standIn).map(({ component }) => component))];
}

/**
 * Connections of the stand-ins in one zone to each member of a database, all of them together: half
 * of what PostgreSQL is given here, for two zones, less what the lab itself keeps.
 */
const connectionsInZone = 24;
/** As many as the storefront's orders service has. */
const connectionsMax = 8;

/** What a stand-in is told besides what every service is. */
export function standInEnvironment(
  platform: Platform,
  service: Service,
  urls: (component: string) => string,
  holdsWrites: boolean,
): Record<string, string> {
  const databases = new Set(databaseComponents(platform).map(({ name }) => name));
  const fileStores = new Set(componentsOf(platform, 'file-store').map(({ name }) => name));
  const takers = servicesOf(platform).filter(
    ({ lab, needs }) => lab === null && needs.some((need) => databases.has(need)),
  );
  const share = Math.floor(connectionsInZone / Math.max(1, takers.length));
  const orders = behind(platform, service, databases);
  const pictures = behind(platform, service, fileStores);
  return {
    HOLDS_WRITES: String(holdsWrites),
    CONNECTIONS: String(Math.min(connectionsMax, Math.max(1, share))),
    ...(orders !== null && { ORDERS_URLS: urls(orders) }),
    ...(pictures !== null && { PICTURES_URLS: urls(pictures) }),
  };
}

/** Whether a service has one of the stores, or a service that it needs has, and so on. */
export function reaches(
  platform: Platform,
  service: Service,
  stores: ReadonlySet<string>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(service.name)) return false;
  if (service.needs.some((need) => stores.has(need))) return true;
  const further = new Set([...seen, service.name]);
  return neededBy(platform, service).some((next) => reaches(platform, next, stores, further));
}

/** Null: it has one of the stores itself, or none is in reach. */
function behind(platform: Platform, service: Service, stores: ReadonlySet<string>): string | null {
  if (service.needs.some((need) => stores.has(need))) return null;
  const seen = new Set([service.name]);
  const next = neededBy(platform, service).find((each) => reaches(platform, each, stores, seen));
  return next?.name ?? null;
}

function neededBy(platform: Platform, service: Service): readonly Service[] {
  return servicesOf(platform).filter(({ name }) => service.needs.includes(name));
}
