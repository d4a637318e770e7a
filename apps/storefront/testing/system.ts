import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from './postgres.ts';
import { type Running, startService } from './process.ts';

/** One region's services in front of a database, each a process, as the lab starts them. */
export interface System {
  readonly gateway: Running;
  readonly orders: Running;
  readonly pictures: Running;
  readonly catalog: Running;
  control(
    command: string,
    body: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  stop(): Promise<void>;
}

const token = 'a-token-for-tests';

export async function startSystem(options: {
  readonly region: string;
  readonly databases: readonly URL[];
  readonly admitted: boolean;
  readonly port?: number;
  /** `region=URL,…` */
  readonly remotes?: string;
}): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'storefront-system-'));
  writeFileSync(join(folder, 'token'), token, { mode: 0o600 });
  const common = { REGION: options.region, ZONE: `${options.region}a`, LOG_LEVEL: 'info' };
  const data = {
    ...common,
    DATABASE_URLS: options.databases.map((url) => url.href).join(','),
  };
  const [orders, pictures, catalog] = await Promise.all([
    startService('orders', data),
    startService('pictures', { ...data, FILE_STORE_FOLDER: join(folder, 'files') }),
    startService('catalog', data),
  ]);
  const gateway = await startService('gateway', {
    ...common,
    PORT: String(options.port ?? (await freePort())),
    ORDERS_URLS: orders.base,
    PICTURES_URLS: pictures.base,
    CATALOG_URLS: catalog.base,
    CONTROL_TOKEN_FILE: join(folder, 'token'),
    ADMITTED_AT_START: String(options.admitted),
    REMOTE_GATEWAY_URLS: options.remotes ?? '',
  });
  await until(async () => (await fetch(`${orders.base}/readyz`)).status === 200);
  if (options.admitted) {
    await until(async () => (await fetch(`${gateway.base}/readyz`)).status === 200);
  }
  return {
    gateway,
    orders,
    pictures,
    catalog,
    async control(command, body) {
      const response = await fetch(`${gateway.base}/control/${command}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    async stop() {
      await Promise.all([gateway, orders, pictures, catalog].map((service) => service.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function sendOrder(
  base: string,
  number: number,
  headers: { readonly [name: string]: string } = {},
): Promise<Response> {
  return await fetch(`${base}/api/orders`, {
    method: 'POST',
    headers: { 'idempotency-key': `key-${number}`, ...headers },
    body: JSON.stringify({ client: 'client', number, sku: 'paddle', quantity: 1 }),
  });
}
