import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Action, type ConformanceSubject, conformance } from '@outrigger/recovery';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monotonicMs } from './control/clock.ts';
import { readSecret } from './control/environment.ts';
import { connectLab, type LabControl } from './controller/lab-control.ts';
import { type Reach, watchZones } from './controller/reach.ts';
import { labWorld } from './controller/world.ts';
import { inject } from './faults/inject.ts';
import { type Lab, up } from './lab.ts';
import { memberOf } from './layout.ts';
import { applicationDatabase, applicationUser } from './postgres/types.ts';
import { identify, isAlive } from './processes/identity.ts';
import { allRoots, recordZoneChild, zoneRoots } from './processes/recorded.ts';
import { statePaths } from './processes/state-folder.ts';
import { descendantsIn, readTable } from './processes/tree.ts';
import { smallPlatform } from './testing/small-platform.ts';

/** One lab for all of it: databases and services as they always are, links without delay. */
const platform = smallPlatform();
let folder: string;
let stateFolder: string;
let lab: Lab;
let control: LabControl;
let reach: Reach;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-lab-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  await chmod(folder, 0o711);
  stateFolder = join(folder, 'lab');
  const raised = await up({
    platform,
    platformFolder: join(import.meta.dirname, 'testing'),
    platformDigest: 'test',
    stateFolder,
    seed: 1,
    // Away from where labs begin by themselves: another test may be looking for ports there now.
    firstPort: 16_000 + (process.pid % 50) * 100,
    standInRun: [],
    version: 'test',
    unplayed: [],
    linkDelayMs: 0,
    onProgress: () => undefined,
  });
  if ('problem' in raised) throw new Error(JSON.stringify(raised.problem));
  lab = raised.value;
  control = connectLab(stateFolder);
  reach = watchZones(control);
  await reach.refresh();
});
afterAll(async () => {
  reach?.stop();
  await control?.close();
  await lab?.down();
  await rm(folder, { recursive: true, force: true });
});

describe('the lab conforms to what recovery expects of a world', () => {
  /** Nobody lives there any more; the others hardly notice. */
  const lost = 'us-west-2b';
  beforeAll(async () => {
    await inject(stateFolder, { kind: 'zone-loss', zone: lost });
  });

  const standby = { kind: 'component', component: 'orders-db', region: 'us-east-1' } as const;
  const database: Action = {
    verb: 'verify',
    component: 'orders-db',
    region: 'us-east-1',
    zone: 'us-east-1b',
    arguments: { member: 'orders-db@us-east-1b', source: 'orders-db@us-east-1a' },
  };
  const store = { kind: 'component', component: 'pictures-store', region: 'us-west-2' } as const;
  const files: Action = { ...store, verb: 'verify', arguments: { member: 'pictures-store' } };
  const rejoin = {
    ...database,
    verb: 'rejoin',
    region: 'us-west-2',
    zone: lost,
    arguments: { member: `orders-db@${lost}` },
  } as const satisfies Action;
  const ofDatabase = (): ConformanceSubject => ({
    world: labWorld(platform, control, reach),
    run: 'conformance-database',
    epoch: 2,
    harmless: {
      action: database,
      check: [
        {
          subject: { ...standby, zone: 'us-east-1b' },
          fact: 'streaming',
          is: 'equal',
          value: true,
        },
      ],
    },
    reachable: { ...standby, zone: 'us-east-1b' },
    unreachable: { ...standby, region: 'us-west-2', zone: lost },
    lost: rejoin,
    patienceMs: 5_000,
  });
  const ofFiles = (): ConformanceSubject => ({
    ...ofDatabase(),
    run: 'conformance-files',
    harmless: {
      action: files,
      check: [{ subject: store, fact: 'streaming', is: 'equal', value: true }],
    },
    reachable: store,
    unreachable: { ...standby, zone: 'us-east-1z' },
  });
  /** What is looked at and never acted on. */
  const looks: readonly ConformanceSubject['reachable'][] = [
    { kind: 'zone', region: 'us-east-1', zone: 'us-east-1a' },
    { kind: 'region', region: 'us-west-2' },
    { kind: 'component', component: 'orders', region: 'us-east-1' },
    { kind: 'component', component: 'edge', region: 'us-east-1' },
  ];

  test.each(conformance.map((one) => [one.name, one] as const))(
    'a database: %s',
    async (_name, one) => one.run(ofDatabase()),
  );

  test.each(conformance.map((one) => [one.name, one] as const))(
    'a file store: %s',
    async (_name, one) => one.run(ofFiles()),
  );

  test.each(looks)('seen now: $kind $component', async (reachable) => {
    for (const one of conformance) {
      if (!one.name.startsWith('an observation is')) continue;
      await one.run({ ...ofDatabase(), reachable });
    }
  });

  test.each([
    { kind: 'zone', region: 'us-west-2', zone: lost },
    { kind: 'region', region: 'mars' },
    { kind: 'component', component: 'no-such-db', region: 'us-east-1' },
  ] as const)('not seen: $kind $component', async (unreachable) => {
    for (const one of conformance) {
      if (!one.name.startsWith('what can’t be reached')) continue;
      await one.run({ ...ofDatabase(), unreachable });
    }
  });
});

describe('a planned move that goes back after the new side has written', () => {
  const east = memberOfId('orders-db@us-east-1a');
  const west = memberOfId('orders-db@us-west-2a');
  let world: ReturnType<typeof labWorld>;
  beforeAll(() => {
    world = labWorld(platform, control, reach);
  });

  function memberOfId(id: string) {
    const [, zone = ''] = id.split('@');
    return { id, zone, region: zone.slice(0, -1) };
  }

  function move(from: typeof east, to: typeof east, step: string, epoch: number) {
    const { zone, region } = to;
    return world.perform(
      {
        verb: 'transfer',
        component: 'orders-db',
        region,
        zone,
        arguments: { member: to.id, fromMember: from.id },
      },
      { run: 'there-and-back', step, attempt: 1, epoch },
    );
  }

  async function ask(member: typeof east, text: string): Promise<readonly unknown[]> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: memberOf(lab.layout, member.id).member.proxyPort,
      user: applicationUser,
      password: readSecret(stateFolder, 'postgres-application'),
      database: applicationDatabase,
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  const written = `insert into outrigger.probe (source, number, epoch, at)
    values ('there', 1, (select epoch from outrigger.epoch), now()) returning epoch::int`;
  const found = `select epoch::int from outrigger.probe where source = 'there'`;

  test('brings back what the new side has acked', async () => {
    expect(await move(east, west, 'there', 10)).toMatchObject({ kind: 'done' });
    expect(await ask(west, written)).toEqual([{ epoch: 10 }]);
    expect(await move(west, east, 'back', 11)).toMatchObject({ kind: 'done' });
    expect(await ask(east, found)).toEqual([{ epoch: 10 }]);
    // A repeat, as after a crash of the controller, changes nothing.
    expect(await move(west, east, 'back', 11)).toMatchObject({ kind: 'done' });
    expect(await ask(east, `${written}, number`)).toEqual([{ epoch: 11, number: '1' }]);
  });
});

describe('a zone is lost with its PostgreSQL', () => {
  const zone = 'us-east-1a';
  /** Commits as fast as they are acknowledged, until the connection breaks. */
  async function hammer(name: string, acks: number[], to: pg.ClientConfig): Promise<pg.Client> {
    const client = new pg.Client({
      ...to,
      user: applicationUser,
      password: readSecret(stateFolder, 'postgres-application'),
      database: applicationDatabase,
    });
    client.on('error', () => {});
    await client.connect();
    const insert = `insert into outrigger.probe (source, number, epoch, at)
      values ($1, $2, (select epoch from outrigger.epoch), now())`;
    const commit = (number: number): void => {
      client.query({ name: 'hammer', text: insert, values: [name, number] }, (error) => {
        if (error) return;
        acks.push(monotonicMs());
        commit(number + 1);
      });
    };
    commit(1);
    return client;
  }

  test('once inject has returned no ack comes, none of it runs, and all else does', async () => {
    const { database, member } = memberOf(lab.layout, `orders-db@${zone}`);
    const socketFolder = join(statePaths.zone(stateFolder, zone), database.component, 's');
    const stranger = await bystander();
    recordZoneChild(stateFolder, zone, 'stranger', stranger.asAnother);
    const acks: { readonly [way: string]: number[] } = { proxy: [], socket: [] };
    const ways: readonly [string, pg.ClientConfig][] = [
      ['proxy', { host: '127.0.0.1', port: member.proxyPort }],
      ['socket', { host: socketFolder, port: member.postgresPort }],
    ];
    const clients = await Promise.all(
      [0, 1, 2].flatMap((index) =>
        ways.map(([way, to]) => hammer(`${way} ${index}`, acks[way] ?? [], to)),
      ),
    );
    const fewestAcks = (): number => Math.min(...ways.map(([way]) => acks[way]?.length ?? 0));
    while (fewestAcks() <= 300) await new Promise((resolve) => setTimeout(resolve, 5));
    const roots = zoneRoots(stateFolder, zone).filter(isAlive);
    const known = new Set(roots.map(({ pid }) => pid));
    const below = descendantsIn(readTable(), roots).filter(({ pid }) => !known.has(pid));
    const others = allRoots(stateFolder)
      .filter(({ pid }) => !known.has(pid))
      .filter(isAlive);

    const { killed } = await inject(stateFolder, { kind: 'zone-loss', zone });
    const returnedMs = monotonicMs();

    // Each of the clients has a backend of its own, behind PostgreSQL's own six and more.
    expect(below.length).toBeGreaterThan(clients.length);
    expect([...roots, ...below].filter(isAlive)).toEqual([]);
    expect(killed.filter(isAlive)).toEqual([]);
    expect(others.filter((one) => !isAlive(one))).toEqual([]);
    expect(stranger.process.exitCode ?? stranger.process.signalCode).toBeNull();
    // All that the kernel still had for them is read when the last connection has ended.
    await Promise.all(clients.map((client) => ended(client)));
    for (const [way] of ways) {
      expect(
        acks[way]?.filter((atMs) => atMs > returnedMs),
        way,
      ).toEqual([]);
    }
    const gone = clients.map((_, index) => hammer('late', [], ways[index % 2]?.[1] ?? {}));
    const outcomes = await Promise.allSettled(gone);
    expect(outcomes.map(({ status }) => status)).not.toContain('fulfilled');
    stranger.process.kill();
  });

  function ended(client: pg.Client): Promise<unknown> {
    const { stream } = client.connection;
    // Not `once`, which rejects when the killed zone resets the connection first.
    return stream.destroyed
      ? Promise.resolve()
      : new Promise((resolve) => stream.once('close', resolve));
  }

  /** Somebody else's process, with the pid of one that the zone once had. */
  async function bystander(): Promise<{
    readonly process: ChildProcess;
    readonly asAnother: { readonly pid: number; readonly startTime: string };
  }> {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(child, 'spawn');
    const own = identify(child.pid ?? 0);
    if (own === null) throw new Error('the bystander did not start');
    return { process: child, asAnother: { ...own, startTime: 'another' } };
  }
});
