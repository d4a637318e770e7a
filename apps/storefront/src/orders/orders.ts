import type { Row, Statement } from '../service/connection.ts';
import type { Database } from '../service/database.ts';
import { invalid, notFound, refused, unknown } from '../service/outcome.ts';

/** What a client asks for. `number` is the client's own count of its orders. */
export interface NewOrder {
  readonly key: string;
  readonly client: string;
  readonly number: number;
  readonly sku: string;
  readonly quantity: number;
  /** sha256 of an uploaded picture. */
  readonly picture: string | null;
}

export interface Order extends NewOrder {
  readonly id: number;
  /** Of the writer that wrote it. */
  readonly epoch: number;
  readonly region: string;
}

export interface PlacedOrder {
  readonly order: Order;
  /** false for a repeat of a key: the row was there. */
  readonly created: boolean;
  /** The epoch that answered, which for a repeat can be newer than the row's. */
  readonly answeredInEpoch: number;
}

const columns = 'id::text, key, client, number, sku, quantity, picture, epoch::text, region';

/** What is asked for has to be for sale: looked up in the statement that would write it. */
const isSold = 'exists (select from catalog where sku = $4)';

/**
 * One statement an order, so that there is one commit and one round trip. The epoch is read in the
 * same snapshot: the acknowledgement says which writer gave it.
 */
const insertText = `
  with current as (select epoch from outrigger.epoch),
  written as (
    insert into orders (key, client, number, sku, quantity, picture, epoch, region)
    select $1, $2, $3, $4, $5, $6, current.epoch, $7 from current where ${isSold}
    on conflict (key) do nothing
    returning ${columns})
  select written.*, true as created, current.epoch::text as current_epoch from written, current
  union all
  select ${columns
    .split(', ')
    .map((column) => `orders.${column}`)
    .join(', ')}, false, current.epoch::text
  from orders, current where orders.key = $1 and not exists (select from written)`;

const findText = `select ${columns} from orders where id = $1`;

/** What each connection looks up before it serves. */
export const warmUpStatements: readonly Statement[] = [insertText, findText].map(explained);

/** The row that an order would become, from the values that would make it. */
const rehearsalText = `
  select '0' as id, $1::text as key, $2::text as client, $3::int as number, $4::text as sku,
    $5::int as quantity, $6::text as picture, current.epoch::text as epoch, $7::text as region,
    true as created, current.epoch::text as current_epoch
  from outrigger.epoch as current where ${isSold}`;

/**
 * Everything of placing an order but the order: what is checked, the connection, the values there
 * and back. A standby answers it too; that it could plan the insert, its connections have shown.
 */
export async function rehearseOrder(
  database: Database,
  region: string,
  wanted: NewOrder,
): Promise<Order> {
  const [row] = await database.read(
    { name: 'rehearse-order', text: rehearsalText, values: valuesOf(wanted, region) },
    { freshest: true },
  );
  if (row !== undefined) return orderOf(row);
  await refuseUnsold(database, wanted);
  throw refused('the member has no epoch yet');
}

/** Asked only when nothing was written, so that an order which is good takes no second look. */
async function refuseUnsold(database: Database, { sku }: NewOrder): Promise<void> {
  const [sold] = await database.read(
    { name: 'is-sold', text: 'select sku from catalog where sku = $1', values: [sku] },
    { freshest: true },
  );
  if (sold === undefined) throw invalid(`there is no ${sku} in the catalogue`, 422);
}

function valuesOf(wanted: NewOrder, region: string): Statement['values'] {
  const { key, client, number, sku, quantity, picture } = wanted;
  return [key, client, number, sku, quantity, picture, region];
}

/** Plans a statement without running it, which a standby does for a write too (PostgreSQL 16). */
function explained(text: string): Statement {
  return { text: `explain (generic_plan) ${text}`, values: [] };
}

export async function placeOrder(
  database: Database,
  region: string,
  wanted: NewOrder,
): Promise<PlacedOrder> {
  const statement: Statement = {
    name: 'place-order',
    text: insertText,
    values: valuesOf(wanted, region),
  };
  // A repeat that meets its first try while that commits sees neither its own insert nor, in its
  // older snapshot, the other's row. The next statement's snapshot has it.
  for (const _ of [1, 2]) {
    const [row] = await database.write(statement);
    if (row === undefined) {
      await refuseUnsold(database, wanted);
      continue;
    }
    const order = orderOf(row);
    if (!sameOrder(order, wanted)) {
      throw invalid('this idempotency key was used for another order', 422);
    }
    return { order, created: row.created === true, answeredInEpoch: Number(row.current_epoch) };
  }
  throw unknown('two requests with this key are being written at once; repeat it');
}

/** The writer first: a standby can be a moment behind an acknowledgement that was just given. */
export async function findOrder(database: Database, id: string): Promise<Order> {
  if (!/^[1-9][0-9]{0,17}$/.test(id)) throw invalid('an order id is a positive whole number');
  const [row] = await database.read(
    { name: 'find-order', text: findText, values: [id] },
    { freshest: true },
  );
  if (row !== undefined) return orderOf(row);
  if (database.status().writer === null) {
    throw refused(`a standby does not have order ${id}, and the writer cannot be asked`);
  }
  throw notFound(`there is no order ${id}`);
}

export function readNewOrder(key: string, body: unknown): NewOrder {
  if (typeof body !== 'object' || body === null) throw invalid('the body must be a JSON object');
  const given: { readonly [name: string]: unknown } = { ...body };
  const picture = given.picture ?? null;
  if (picture !== null && !(typeof picture === 'string' && /^[0-9a-f]{64}$/.test(picture))) {
    throw invalid('picture must be the sha256 of an uploaded picture: 64 hex digits');
  }
  return {
    key,
    client: shortText(given, 'client'),
    number: wholeNumber(given, 'number', 0, 2_147_483_647),
    sku: shortText(given, 'sku'),
    quantity: wholeNumber(given, 'quantity', 1, 1_000),
    picture,
  };
}

function shortText(given: { readonly [name: string]: unknown }, name: string): string {
  const value = given[name];
  // PostgreSQL's text holds every character but this one.
  if (typeof value === 'string' && value !== '' && value.length <= 100 && !value.includes('\0')) {
    return value;
  }
  throw invalid(`${name} must be a text of 1 to 100 characters`);
}

function wholeNumber(
  given: { readonly [name: string]: unknown },
  name: string,
  min: number,
  max: number,
): number {
  const value = given[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  throw invalid(`${name} must be a whole number from ${min} to ${max}`);
}

function sameOrder(order: Order, wanted: NewOrder): boolean {
  return (
    order.client === wanted.client &&
    order.number === wanted.number &&
    order.sku === wanted.sku &&
    order.quantity === wanted.quantity &&
    order.picture === wanted.picture
  );
}

function orderOf(row: Row): Order {
  return {
    id: Number(row.id),
    key: String(row.key),
    client: String(row.client),
    number: Number(row.number),
    sku: String(row.sku),
    quantity: Number(row.quantity),
    picture: row.picture === null ? null : String(row.picture),
    epoch: Number(row.epoch),
    region: String(row.region),
  };
}
