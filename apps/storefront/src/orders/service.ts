import type { Values } from '../service/configuration.ts';
import { createDatabase, type Database } from '../service/database.ts';
import { observeDatabase } from '../service/database-metrics.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { loadMigrations, migrate } from '../service/migrations.ts';
import { invalid } from '../service/outcome.ts';
import { headerNames, idempotencyKeyOf } from '../service/respond.ts';
import { headerOf, type Routes, readBody } from '../service/server.ts';
import { findOrder, placeOrder, readNewOrder, rehearseOrder, warmUpStatements } from './orders.ts';
import type { ordersSettings } from './settings.ts';

const migrationsFolder = new URL('../../migrations/', import.meta.url);
const bodyBytesMax = 16 * 1024;
/**
 * Two zones write 200 a second: 16 keep up while a write takes 80 ms, as it does on a busy machine.
 * Each is a server process too, and a writer that hands over ends them one by one: 2 ms each.
 */
const connections = 8;

/** `routes`: what else this process answers from the same database. */
export function assembleOrders(
  values: Values<typeof ordersSettings>,
  { log, metrics, stop }: Surroundings,
  more: {
    readonly connections?: number;
    readonly routes?: (database: Database) => Routes;
  } = {},
): Parts {
  const database = createDatabase({
    urls: values.DATABASE_URLS,
    password: values.DATABASE_PASSWORD_FILE,
    applicationName: values.SERVICE,
    connections: more.connections ?? connections,
    warmUp: warmUpStatements,
    log,
  });
  observeDatabase(metrics, database);
  const stopping = new AbortController();
  let migrated = false;
  const migrations = migrate({
    database,
    migrations: loadMigrations(migrationsFolder),
    password: values.DATABASE_PASSWORD_FILE,
    log,
    signal: stopping.signal,
  }).then((contradiction) => {
    if (contradiction !== null) {
      log.fatal({ why: contradiction }, 'the schema contradicts this version');
      stop(contradiction);
    } else migrated = !stopping.signal.aborted;
  });
  return {
    routes: { ...orderRoutes(database, values.REGION), ...more.routes?.(database) },
    ready: () => readiness(database, migrated),
    epoch: () => database.epoch,
    close: async () => {
      stopping.abort();
      database.close();
      await migrations;
    },
  };
}

/**
 * Ready without a writer too: reads work, and a writer's change is a matter of milliseconds that a
 * load balancer would only make longer.
 */
function readiness(database: Database, migrated: boolean): ReturnType<Parts['ready']> {
  const status = database.status();
  const reachable = status.members.some((member) => member.open > 0);
  return { ready: migrated && reachable, migrated, writer: status.writer, epoch: status.epoch };
}

export function orderRoutes(database: Database, region: string): Routes {
  return {
    'POST /api/orders': async ({ request }) => {
      const key = idempotencyKeyOf(request.headers);
      const wanted = readNewOrder(key, parseJson(await readBody(request, bodyBytesMax)));
      if (headerOf(request, headerNames.rehearsal) !== undefined) {
        const { epoch } = await rehearseOrder(database, region, wanted);
        return { status: 200, body: { key, epoch, region, rehearsed: true } };
      }
      const placed = await placeOrder(database, region, wanted);
      const { id, epoch, region: writtenIn } = placed.order;
      return {
        status: placed.created ? 201 : 200,
        body: { id, key, epoch, region: writtenIn },
        headers: {
          location: `/api/orders/${id}`,
          [headerNames.epoch]: String(placed.answeredInEpoch),
        },
      };
    },
    'GET /api/orders/:id': async ({ parameters }) => {
      const order = await findOrder(database, parameters.id ?? '');
      return { status: 200, body: order };
    },
  };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalid('the body is not JSON');
  }
}
