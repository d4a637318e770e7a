import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { Client } from 'pg';
import { prepareTemplate, startPair, until } from './postgres.ts';
import { type Running, startService } from './process.ts';
import { startSystem } from './system.ts';

/**
 * `node testing/measure.ts`: memory and start time of each service, what the gateway and the orders
 * service add to a bare insert, the rate that they carry, and what clients see while the writer
 * dies. Linux only (it reads `/proc`).
 */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

interface Answer {
  readonly ms: number;
  readonly status: number;
}

function call(base: string, path: string, body: string | null, key: string): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const method = body === null ? 'GET' : 'POST';
    const headers = body === null ? {} : { 'idempotency-key': key, 'content-length': body.length };
    const outgoing = request(`${base}${path}`, { agent, method, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        resolve({ ms: performance.now() - startedAt, status: response.statusCode ?? 0 }),
      );
    });
    outgoing.once('error', () => resolve({ ms: performance.now() - startedAt, status: 0 }));
    outgoing.end(body ?? undefined);
  });
}

let keys = 0;
function order(base: string): Promise<Answer> {
  keys += 1;
  const body = JSON.stringify({ client: 'measure', number: keys, sku: 'paddle', quantity: 1 });
  return call(base, '/api/orders', body, `measure-${process.pid}-${keys}`);
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

async function oneByOne(name: string, times: number, act: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < times / 4; at += 1) await act();
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const startedAt = performance.now();
    await act();
    took.push(performance.now() - startedAt);
  }
  console.log(
    `${name.padEnd(34)} p50 ${percentile(took, 0.5)} ms   p99 ${percentile(took, 0.99)} ms`,
  );
}

async function rate(name: string, act: () => Promise<Answer>): Promise<void> {
  const endsAt = performance.now() + 4_000;
  let answered = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      if ((await act()).status < 300) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  console.log(`${name.padEnd(34)} ${Math.round(answered / 4)} a second, 16 at a time`);
}

function memory(name: string, { child }: Running): void {
  const text = readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8');
  const of = (field: string): string =>
    (Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024).toFixed(1);
  console.log(`${name.padEnd(34)} PSS ${of('Pss')} MiB, private ${of('Private_Dirty')} MiB`);
}

const template = await prepareTemplate();
const pair = await startPair(template);
const system = await startSystem({
  region: 'us-east-1',
  databases: [pair.writer.url, pair.standby.url],
  admitted: true,
});
const web = await startService('web', {});
const services: readonly (readonly [string, Running])[] = [
  ['gateway', system.gateway],
  ['orders', system.orders],
  ['catalog', system.catalog],
  ['pictures', system.pictures],
  ['web', web],
];
for (const [name, running] of services) {
  console.log(`${name.padEnd(34)} listening after ${Math.round(running.startMs)} ms`);
}
for (const [name, running] of services) memory(`${name}, at rest`, running);

const client = new Client({ connectionString: pair.writer.url.href });
await client.connect();
await oneByOne('insert by the driver alone', 400, () => {
  keys += 1;
  return client.query({
    name: 'insert',
    text: `insert into orders (key, client, number, sku, quantity, epoch, region)
      values ($1, 'direct', 1, 'paddle', 1, 1, 'us-east-1') returning id`,
    values: [`direct-${process.pid}-${keys}`],
  });
});
await client.end();
await oneByOne('order through orders', 400, () => order(system.orders.base));
await oneByOne('order through gateway and orders', 400, () => order(system.gateway.base));
const read = (): Promise<Answer> => call(system.gateway.base, '/api/catalog/paddle', null, '');
await oneByOne('catalogue item through gateway', 400, read);
await oneByOne('/readyz of the gateway', 400, () => call(system.gateway.base, '/readyz', null, ''));
await rate('orders through the gateway', () => order(system.gateway.base));
await rate('catalogue through the gateway', read);
for (const [name, running] of services) memory(`${name}, after load`, running);

// Open loop: 100 orders and 100 reads a second while the writer dies and the standby takes over.
const seen: { readonly kind: string; readonly at: number; readonly answer: Answer }[] = [];
const pending: Promise<void>[] = [];
const note = (kind: string, act: () => Promise<Answer>): void => {
  const at = performance.now();
  pending.push(act().then((answer) => void seen.push({ kind, at, answer })));
};
const ticks = setInterval(() => {
  note('order', () => order(system.gateway.base));
  note('read', read);
}, 10);
await until(() => seen.length > 200);
const killedAt = performance.now();
await pair.writer.kill();
await pair.standby.promote(2);
const promotedAt = performance.now();
const count = seen.length;
await until(() => seen.length > count + 200);
clearInterval(ticks);
await Promise.all(pending);
console.log(`writer killed, promoted after         ${(promotedAt - killedAt).toFixed(0)} ms`);
for (const kind of ['order', 'read']) {
  const after = seen.filter((one) => one.kind === kind && one.at >= killedAt - 50);
  const failed = after.filter(({ answer }) => answer.status >= 300 || answer.status === 0).length;
  const slowest = Math.max(...after.map(({ answer }) => answer.ms));
  const waited = after
    .filter(({ at }) => at < promotedAt)
    .map(({ at, answer }) => at + answer.ms - promotedAt);
  const lastOne = Math.max(...waited);
  console.log(
    `${kind}s: ${failed} of ${after.length} failed, slowest ${slowest.toFixed(0)} ms, all ` +
      `that were sent before the promotion answered ${lastOne.toFixed(0)} ms after it`,
  );
}
await Promise.all([system.stop(), web.stop()]);
await pair.stop();
template.remove();
agent.destroy();
