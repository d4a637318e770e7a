import type { Values } from '../service/configuration.ts';
import type { Row } from '../service/connection.ts';
import { createDatabase, type Database } from '../service/database.ts';
import { observeDatabase } from '../service/database-metrics.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { notFound } from '../service/outcome.ts';
import type { Routes } from '../service/server.ts';
import type { catalogSettings } from './settings.ts';

/** One thing that the shop sells, as the page gets it. */
export interface CatalogItem {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly priceCents: number;
  readonly currency: string;
  /** Which drawing shows it. */
  readonly drawing: string;
}

/** Measured: two carry over 1,000 reads a second; a region's load is 200. */
const connections = 3;

const columns = 'sku, name, description, price_cents, currency, drawing';

export function assembleCatalog(
  values: Values<typeof catalogSettings>,
  { log, metrics }: Surroundings,
): Parts {
  const database = createDatabase({
    urls: values.DATABASE_URLS,
    password: values.DATABASE_PASSWORD_FILE,
    applicationName: values.SERVICE,
    connections,
    log,
  });
  observeDatabase(metrics, database);
  return {
    routes: catalogRoutes(database),
    ready: () => {
      const { members, epoch } = database.status();
      return { ready: members.some((member) => member.open > 0), epoch };
    },
    epoch: () => database.epoch,
    close: () => database.close(),
  };
}

/** Any member may answer: a catalogue that is a moment old is still the catalogue. */
export function catalogRoutes(database: Database): Routes {
  return {
    'GET /api/catalog': async () => {
      const rows = await database.read({
        name: 'catalog',
        text: `select ${columns} from catalog order by position, sku`,
        values: [],
      });
      return { status: 200, body: { items: rows.map(itemOf) } };
    },
    'GET /api/catalog/:sku': async ({ parameters }) => {
      const sku = parameters.sku ?? '';
      const [row] = await database.read({
        name: 'catalog-item',
        text: `select ${columns} from catalog where sku = $1`,
        values: [sku],
      });
      if (row === undefined) throw notFound(`there is no ${sku} in the catalogue`);
      return { status: 200, body: itemOf(row) };
    },
  };
}

function itemOf(row: Row): CatalogItem {
  return {
    sku: String(row.sku),
    name: String(row.name),
    description: String(row.description),
    priceCents: Number(row.price_cents),
    currency: String(row.currency),
    drawing: String(row.drawing),
  };
}
