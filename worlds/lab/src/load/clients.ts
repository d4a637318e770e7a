import type { EntryRequest } from './entry-client.ts';
import { drawPicture } from './picture.ts';
import { seededRandom } from './random.ts';
import type { Operation } from './schedule.ts';

/** What one request is, before it is sent. */
export interface Intent {
  readonly operation: Operation;
  readonly client: string;
  readonly number: number;
  readonly key: string | null;
  readonly picture: string | null;
  readonly request: EntryRequest;
}

/** Clients remember this many of their own orders and pictures, to read and to refer to. */
const rememberedOrders = 50;
const rememberedPictures = 10;
/** One order in so many names a picture that its client uploaded before. */
const ordersPerReference = 8;

/** Shares of reads: the catalogue, one's own orders, one's own pictures. */
const readShares = { catalog: 0.5, orders: 0.9 } as const;

interface Client {
  readonly name: string;
  readonly next: Record<Operation, number>;
  readonly orders: string[];
  readonly pictures: string[];
}

/**
 * The logical clients: each numbers its own orders without a gap, uploads pictures and refers to
 * them later, and reads the catalogue and what was acknowledged to it.
 */
export function createClients(options: {
  readonly run: string;
  readonly prefix: string;
  readonly count: number;
  readonly seed: number;
  readonly skus: readonly string[];
}) {
  const random = seededRandom(options.seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const clients: readonly Client[] = Array.from({ length: options.count }, (_, index) => ({
    name: `${options.prefix}${String(index + 1).padStart(2, '0')}`,
    next: { read: 1, write: 1, upload: 1 },
    orders: [],
    pictures: [],
  }));
  const at = (index: number): Client => clients[index] as Client;

  const order = (client: Client, number: number): Omit<Intent, 'operation' | 'number'> => {
    const key = `${options.run}.${client.name}.${number}`;
    const wanted = number % ordersPerReference === 0 ? pick(client.pictures) : undefined;
    const picture = wanted ?? null;
    const body = JSON.stringify({
      client: client.name,
      number,
      sku: pick(options.skus),
      quantity: 1 + Math.floor(random() * 5),
      ...(picture === null ? {} : { picture }),
    });
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return {
      client: client.name,
      key,
      picture,
      request: { method: 'POST', path: '/api/orders', headers, body },
    };
  };

  const upload = (client: Client, number: number): Omit<Intent, 'operation' | 'number'> => {
    const key = `${options.run}.${client.name}.p${number}`;
    const { bytes, sha256 } = drawPicture(random);
    const headers = { 'content-type': 'image/png', 'idempotency-key': key };
    return {
      client: client.name,
      key,
      picture: sha256,
      request: { method: 'POST', path: '/api/pictures', headers, body: bytes },
    };
  };

  const read = (client: Client): Omit<Intent, 'operation' | 'number'> => {
    const share = random();
    const own =
      share < readShares.catalog
        ? undefined
        : share < readShares.orders
          ? pick(client.orders)
          : pick(client.pictures);
    const folder = share < readShares.orders ? 'orders' : 'pictures';
    const path = own === undefined ? `/api/catalog/${pick(options.skus)}` : `/api/${folder}/${own}`;
    return {
      client: client.name,
      key: null,
      picture: null,
      request: { method: 'GET', path, headers: {}, body: null },
    };
  };

  return {
    names: clients.map((client) => client.name),
    intend(operation: Operation, index: number): Intent {
      const client = at(index);
      const number = client.next[operation];
      client.next[operation] += 1;
      const made = { read, write: order, upload }[operation](client, number);
      return { operation, number, ...made };
    },
    /** An order's id or a picture's sha256 that this client was told is stored. */
    remember(operation: 'write' | 'upload', index: number, id: string): void {
      const client = at(index);
      const [list, kept] =
        operation === 'write'
          ? [client.orders, rememberedOrders]
          : [client.pictures, rememberedPictures];
      list.push(id);
      if (list.length > kept) list.shift();
    },
  };
}

export type Clients = ReturnType<typeof createClients>;
