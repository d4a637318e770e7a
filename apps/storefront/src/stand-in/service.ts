import { catalogRoutes } from '../catalog/service.ts';
import { assembleGateway } from '../gateway/service.ts';
import { assembleOrders } from '../orders/service.ts';
import { pictureRoutes } from '../pictures/service.ts';
import { createPictureStore } from '../pictures/store.ts';
import type { Values } from '../service/configuration.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { createMetrics } from '../service/metrics.ts';
import { type ServiceServer, serve } from '../service/server.ts';
import { assembleWeb } from '../web/service.ts';
import type { standInSettings } from './settings.ts';

type StandInValues = Values<typeof standInSettings>;

/** Requests that the gateway had sent are over by then: it has stopped before. */
const insideGraceMs = 100;

/**
 * Plays a service that does not say how it runs: the whole storefront in one process, as far as its
 * needs reach. With a database it takes orders itself; without one it passes them on to the service
 * behind it; with neither it serves the page alone. Where clients come in it is the gateway too.
 */
export async function assembleStandIn(
  values: StandInValues,
  surroundings: Surroundings,
): Promise<Parts> {
  const page = assembleWeb();
  const own = values.DATABASE_URLS.length === 0 ? null : assembleOwn(values, surroundings);
  const isWayIn = values.HOLDS_WRITES === 'true';
  if (own !== null && !isWayIn) return { ...own, routes: { ...own.routes, ...page.routes } };
  const inside = own === null ? null : await serveInside(own, values, surroundings);
  const gateway = gatewayTo(inside, values, surroundings);
  if (gateway === null) return page;
  return {
    ...gateway,
    routes: { ...gateway.routes, ...page.routes },
    // Further in nobody admits a region: what is behind tells itself whether it is ready.
    ready: isWayIn ? gateway.ready : page.ready,
    close: async () => {
      await gateway.close();
      await inside?.close(insideGraceMs);
      await own?.close();
    },
  };
}

/** Orders, the catalogue and pictures, over one set of connections. */
function assembleOwn(values: StandInValues, surroundings: Surroundings): Parts {
  return assembleOrders(values, surroundings, {
    connections: values.CONNECTIONS,
    routes: (database) => ({
      ...catalogRoutes(database),
      ...(hasPictures(values) &&
        pictureRoutes(database, createPictureStore(values.FILE_STORE_FOLDER), values.REGION)),
    }),
  });
}

function hasPictures(values: StandInValues): boolean {
  return values.FILE_STORE_FOLDER !== '';
}

/** On a port of its own, for the gateway in this process and for nobody else. */
function serveInside(
  own: Parts,
  values: StandInValues,
  { log }: Surroundings,
): Promise<ServiceServer> {
  return serve({
    host: '127.0.0.1',
    port: 0,
    region: values.REGION,
    zone: values.ZONE,
    routes: own.routes,
    metrics: createMetrics(values.SERVICE),
    log,
    ready: own.ready,
    epoch: own.epoch,
  });
}

/** null: there is nothing behind it. */
function gatewayTo(
  inside: ServiceServer | null,
  values: StandInValues,
  surroundings: Surroundings,
): Parts | null {
  const here = inside === null ? [] : [new URL(`http://127.0.0.1:${inside.port}`)];
  const orElse = (urls: URL[], others: URL[]): URL[] => (urls.length > 0 ? urls : others);
  const orders = orElse(values.ORDERS_URLS, here);
  if (orders.length === 0) return null;
  return assembleGateway(
    {
      ...values,
      ORDERS_URLS: orders,
      CATALOG_URLS: orElse(values.CATALOG_URLS, orders),
      PICTURES_URLS: orElse(values.PICTURES_URLS, hasPictures(values) ? here : []),
      ADMITTED_AT_START: values.HOLDS_WRITES === 'true' ? values.ADMITTED_AT_START : 'true',
    },
    surroundings,
  );
}
