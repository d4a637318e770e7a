import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ClusterRecord,
  type EntryState,
  type Fault,
  inject,
  prepareRun,
  readLabPlatform,
  startRun,
} from '@outrigger/lab';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../drill/approver.ts';
import { openSession, type Session } from '../drill/session.ts';
import { platforms, run } from '../testing.ts';

/** Away from where labs begin by themselves, and from where the other test of a lab does. */
const ports = ['--port', String(22_000 + (process.pid % 50) * 100)];

let folder: string;
let stateFolder: string;
let session: Session;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-cli-faults-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  stateFolder = join(folder, 'lab');
  const up = ['lab', 'up', join(platforms, 'small-lab.ts'), ...ports, '--state', stateFolder];
  expect(await run(up, { folder })).toMatchObject({ code: 0 });
  const held = readLabPlatform(stateFolder);
  if (held === null) throw new Error('the lab holds no platform');
  session = openSession(stateFolder, {
    platform: held.platform,
    platformDigest: held.digest,
    versions: {},
  });
  client = startClient(session.layout.entry.port);
});
afterAll(async () => {
  await client?.stop();
  await session?.close();
  await run(['lab', 'down', '--state', stateFolder]);
  rmSync(folder, { recursive: true, force: true });
});

/** One client that orders all the time, one after the other, and never tries again. */
interface Client {
  /** Orders that were acknowledged, by key: two must not get one id. */
  readonly acked: ReadonlyMap<string, { readonly id: number; readonly epoch: number }>;
  readonly failed: readonly string[];
  /** Resolves when so many orders that began from now on were acknowledged. */
  serves(orders: number): Promise<void>;
  /** Resolves when an order that began from now on was not acknowledged. */
  fails(): Promise<void>;
  stop(): Promise<void>;
}

const clientTimeoutMs = 2_000;
const pauseMs = 25;

function startClient(port: number): Client {
  const acked = new Map<string, { id: number; epoch: number }>();
  const failed: string[] = [];
  const listeners = new Set<(number: number, isAcked: boolean) => void>();
  let number = 0;
  let running = true;
  const order = async (own: number): Promise<boolean> => {
    const key = `client-${own}`;
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ client: 'client', number: own, sku: 'paddle', quantity: 1 }),
        signal: AbortSignal.timeout(clientTimeoutMs),
      });
      const body = (await answer.json()) as { id?: number; epoch?: number; error?: string };
      if (answer.status === 201) acked.set(key, { id: body.id ?? 0, epoch: body.epoch ?? 0 });
      else failed.push(`${answer.status} ${body.error}`);
      return answer.status === 201;
    } catch (error) {
      failed.push(String(error));
      return false;
    }
  };
  const loop = async (): Promise<void> => {
    while (running) {
      number += 1;
      const own = number;
      const isAcked = await order(own);
      for (const listener of [...listeners]) listener(own, isAcked);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const ended = loop();
  const heard = (counts: (isAcked: boolean) => boolean, wanted: number): Promise<void> =>
    new Promise((resolve) => {
      const from = number;
      let left = wanted;
      const listener = (own: number, isAcked: boolean): void => {
        if (own > from && counts(isAcked)) left -= 1;
        if (left > 0) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  return {
    acked,
    failed,
    serves: (orders) => heard((isAcked) => isAcked, orders),
    fails: () => heard((isAcked) => !isAcked, 1),
    async stop() {
      running = false;
      await ended;
    },
  };
}

async function record(): Promise<ClusterRecord> {
  const answer = await session.lab.witness.call<ClusterRecord>('GET', '/record', undefined, 2_000);
  if (answer.kind !== 'answered') throw new Error(answer.why);
  return answer.body;
}

async function inSync(): Promise<readonly string[]> {
  return (await record()).databases['orders-db']?.inSync ?? [];
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function isServing(region: string): Promise<boolean> {
  const answer = await session.lab.entry.call<EntryState>('GET', '/state', undefined, 2_000);
  if (answer.kind !== 'answered') throw new Error(answer.why);
  return answer.body.regions.find((each) => each.region === region)?.healthy === true;
}

/** What the controller has said since it was last asked. */
async function verdict(): Promise<unknown> {
  const asked = session.detector.next(AbortSignal.abort());
  return asked.then(
    (detection) => detection.verdict,
    () => null,
  );
}

/** Every order that was acknowledged is there, as it was acknowledged. */
async function expectAllThere(): Promise<void> {
  const { port } = session.layout.entry;
  const left = [...client.acked];
  const ask = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [key, { id }] = next;
      const answer = await fetch(`http://127.0.0.1:${port}/api/orders/${id}`);
      expect(await answer.json()).toMatchObject({ id, key });
    }
  };
  await Promise.all(Array.from({ length: 10 }, ask));
}

describe('a lab under load', { timeout: 60_000 }, () => {
  test.each<Fault>([
    { kind: 'witness-loss' },
    { kind: 'cut', from: 'us-east-1', to: 'us-west-2', oneWay: false },
    { kind: 'cut', from: 'us-east-1', to: 'witness', oneWay: true },
  ])('loses no write and moves nothing under %o', async (fault) => {
    session.detector.clear();
    const before = client.failed.length;
    await inject(stateFolder, fault);
    // One after the other with a pause each: several times what a lease and a detection take.
    await client.serves(1_500 / pauseMs);
    await session.healAll();
    await client.serves(10);
    expect(client.failed.slice(before)).toEqual([]);
    expect(await verdict()).toBeNull();
    expect((await record()).databases['orders-db']?.epoch).toBe(1);
  });

  test('goes on without its synchronous standby, which is in sync again afterwards', async () => {
    const both = ['orders-db@us-east-1a', 'orders-db@us-east-1b'];
    expect(await inSync()).toEqual(both);
    await inject(stateFolder, { kind: 'zone-loss', zone: 'us-east-1b' });
    await client.serves(10);
    expect(await inSync()).toEqual(['orders-db@us-east-1a']);
    await session.healAll();
    await until(async () => (await inSync()).length === 2);
    await client.serves(10);
    expect((await record()).databases['orders-db']?.epoch).toBe(1);
    await expectAllThere();
  });

  test('stops writing when its region is cut off, and goes on when it is healed', async () => {
    session.detector.clear();
    await inject(stateFolder, { kind: 'partition', region: 'us-east-1' });
    const { verdict: found } = await session.detector.next();
    expect(found).toMatchObject({ kind: 'region-loss', region: 'us-east-1' });
    const request = {
      intent: 'failover',
      failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
    } as const;
    const prepared = await prepareRun(session.controller, request);
    if (prepared.problems !== undefined) throw new Error('there is no plan');
    const drive = await startRun(session.controller, 'cut-off', prepared, { approver: nobody });
    expect(await drive.finished).toMatchObject({ status: 'needs-approval' });
    await client.fails();
    const ackedBefore = client.acked.size;
    // Who can't write leaves traffic: with an approval clients would go where the writer is.
    await until(async () => !(await isServing('us-east-1')));
    expect(client.acked.size).toBe(ackedBefore);
    await session.healAll();
    await client.serves(10);
    await until(() => isServing('us-east-1'));
    const { epoch, writer } = (await record()).databases['orders-db'] ?? {};
    expect({ epoch, writer }).toEqual({ epoch: 1, writer: 'orders-db@us-east-1a' });
    expect(new Set([...client.acked.values()].map((each) => each.epoch))).toEqual(new Set([1]));
    await expectAllThere();
  });
});
