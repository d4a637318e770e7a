import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment, platforms, type Ran, run } from '../testing.ts';
import { hasPostmaster, heldBy, leftOf, nothing } from './testing.ts';

const bin = join(import.meta.dirname, '../../bin/outrigger.mjs');
const platform = join(platforms, 'small-lab.ts');
/** For what ends before it serves anybody. */
const tiny = join(platforms, 'tiny-lab.ts');
/** Away from where labs begin by themselves: another test may be looking for ports there now. */
const ports = ['--port', String(27_000 + (process.pid % 50) * 100)];

let folder: string;
let state: readonly string[];
let stateFolder: string;
const children = new Set<ChildProcess>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-cli-lab-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  stateFolder = join(folder, 'lab');
  state = ['--state', stateFolder];
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await run(['lab', 'down', ...state]);
  rmSync(folder, { recursive: true, force: true });
});

const outrigger = (...parameters: readonly string[]): Promise<Ran> =>
  run([...parameters, ...state], { folder });

/** As a process of its own, which may be killed. */
function start(...parameters: readonly string[]): {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number>;
} {
  const child = spawn(process.execPath, [bin, ...parameters, ...state], {
    cwd: folder,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    children.delete(child);
    return signal === null ? Number(code) : -1;
  });
  return { child, text: () => text, ended };
}

const json = ({ stdout }: Ran) => JSON.parse(stdout);

interface Listed {
  readonly runs: readonly { readonly run: string; readonly status: string }[];
}

async function newest(): Promise<Listed['runs'][number]> {
  const listed: Listed = json(await outrigger('runs', 'list', '--json'));
  const last = listed.runs.at(-1);
  if (last === undefined) throw new Error('no run');
  return last;
}

describe('a lab that is kept running', { timeout: 120_000 }, () => {
  test('before there is one, each command says so', async () => {
    expect(await outrigger('lab', 'down')).toMatchObject({ code: 0, stderr: '' });
    expect((await outrigger('lab', 'status')).stdout).toContain('No lab runs in');
    expect((await outrigger('runs', 'list')).stdout).toBe('No runs yet.\n');
    for (const words of [['lab', 'inject', 'zone-loss'], ['lab', 'heal'], ['recover']]) {
      expect(await outrigger(...words)).toMatchObject({ code: 2 });
    }
  });

  test('up leaves it running, once', async () => {
    const up = start('lab', 'up', platform, '--link', '0ms', ...ports, '--json');
    expect(await up.ended, up.text()).toBe(0);
    const { url } = JSON.parse(up.text());
    expect((await fetch(`${url}api/catalog`)).status).toBe(200);
    const log = readFileSync(join(stateFolder, 'logs', 'us-east-1a-orders.log'), 'utf8');
    const listening = log.split('\n').find((line) => line.includes('listening'));
    expect(JSON.parse(listening ?? '{}')).toMatchObject({
      level: 'info',
      service: 'orders',
      zone: 'us-east-1a',
    });
    const second = await outrigger('lab', 'up', platform);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('a lab is already running in this state folder');
    expect(json(await outrigger('lab', 'status', '--json'))).toMatchObject({
      running: true,
      witness: 'answers',
      activeRegion: 'us-east-1',
      epoch: 1,
      faults: [],
      runs: [],
    });
  });

  test('a plan for the lab as it is', async () => {
    const words = ['plan', '--observed', '--failure', 'region-loss:us-east-1', '--json'];
    const { plan, estimate } = json(await outrigger(...words));
    expect(plan).toMatchObject({ platform: 'small-lab', from: 'us-east-1', to: 'us-west-2' });
    expect(estimate.world).toBe('lab');
    const unknown = await outrigger('plan', '--observed', '--failure', 'region-loss:mars');
    expect(unknown).toMatchObject({ code: 2 });
  });

  test('a lost zone: the controller is killed, another one goes on', async () => {
    const injected = await outrigger('lab', 'inject', 'zone-loss');
    expect(injected.stdout).toContain('us-east-1a killed');
    expect(await outrigger('lab', 'inject', 'zone-loss:us-east-1a')).toMatchObject({ code: 2 });
    const first = start('recover', '--world', 'lab');
    first.child.stdout?.on('data', () => {
      if (first.text().includes('orders-db/fence')) first.child.kill('SIGKILL');
    });
    expect(await first.ended, first.text()).toBe(-1);

    const cut = await newest();
    expect(cut.status).toBe('open');
    const second = await outrigger('recover');
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`outrigger runs resume ${cut.run}`);
    const resumed = await outrigger('runs', 'resume', cut.run.slice(-4));
    expect(resumed, resumed.stderr).toMatchObject({ code: 0 });
    expect(resumed.stdout).toContain('us-east-1 writes, epoch 2');
    expect((await newest()).status).toBe('done');
    const ended = json(await outrigger('runs', 'resume', cut.run, '--json'));
    expect(ended).toMatchObject({ ok: true, run: cut.run, status: 'done', intent: 'failover' });
    const shown = await outrigger('runs', 'show', cut.run);
    expect(shown.stdout).toContain('taken-over');
    expect(await outrigger('runs', 'cancel', cut.run)).toMatchObject({ code: 2 });
  });

  test('healed, it goes home once a person has said yes', async () => {
    const healed = await outrigger('lab', 'heal');
    expect(healed.stdout, healed.stderr).toContain('zone-loss:us-east-1a is healed');
    const waiting = await outrigger('recover', '--intent', 'failback');
    expect(waiting.code, waiting.stderr).toBe(3);
    const { run: id, status } = await newest();
    expect(status).toBe('needs-approval');
    expect(waiting.stdout).toContain(`outrigger runs approve ${id} orders-db/approve --state`);
    expect(await outrigger('recover', '--intent', 'failback')).toMatchObject({ code: 3 });
    expect(await outrigger('runs', 'approve', id, 'orders-db/promote')).toMatchObject({ code: 2 });
    const approved = await outrigger('runs', 'approve', id, 'orders-db/approve', '--why', 'kept');
    expect(approved, approved.stdout).toMatchObject({ code: 0 });
    const records: readonly { readonly event: object }[] = json(
      await outrigger('runs', 'show', id, '--json'),
    ).records;
    const yes = records.find(({ event }) => 'type' in event && event.type === 'approved');
    expect(yes?.event).toMatchObject({ step: 'orders-db/approve', why: 'kept' });
    const { databases } = json(await outrigger('lab', 'status', '--json'));
    expect(databases[0].members).toMatchObject([
      { zone: 'us-east-1a', role: 'standby', inSync: true },
      { zone: 'us-east-1b', role: 'writer', isWriter: true, writable: true },
      { zone: 'us-west-2a', role: 'standby' },
      { zone: 'us-west-2b' },
    ]);
  });

  test('without the witness nothing is decided, and journals can still be read', async () => {
    await outrigger('lab', 'inject', 'witness-loss');
    expect(await outrigger('recover')).toMatchObject({ code: 2 });
    expect((await newest()).status).toBe('done');
    const healed = await outrigger('lab', 'heal', 'witness-loss');
    expect(healed.code, healed.stderr).toBe(0);
    expect(json(await outrigger('lab', 'status', '--json')).witness).toBe('answers');
  });

  test('what is killed behind the lab’s back is told, and heal starts it again', async () => {
    const recorded = readFileSync(join(stateFolder, 'processes.json'), 'utf8');
    const { agents, others } = JSON.parse(recorded);
    const killed = [others.witness, others.links, others.entry, agents['us-east-1b']];
    for (const one of killed) process.kill(one.pid, 'SIGKILL');
    const names = ['links', 'entry', 'witness', 'agent-us-east-1b'];
    const isTold = async () => json(await outrigger('lab', 'status', '--json')).ended;
    await expect.poll(isTold).toEqual(names);
    const refused = await outrigger('recover');
    expect(refused.stderr.replace(/\s+/g, ' ')).toContain(
      `if it is gone, \`outrigger lab heal --state ${stateFolder}\` starts it again`,
    );
    const healed = json(await outrigger('lab', 'heal', '--json'));
    expect(healed).toEqual({ ok: true, healed: [], started: names });
    const { databases, ...status } = json(await outrigger('lab', 'status', '--json'));
    expect(status).toMatchObject({ witness: 'answers', entry: 'answers', ended: [] });
    // The writer's agent was killed: what it held is there again, under the same epoch.
    expect(databases[0].members[1]).toMatchObject({ zone: 'us-east-1b', isWriter: true });
    const isWritten = async () => {
      const { databases: now } = json(await outrigger('lab', 'status', '--json'));
      return now[0].members[1].writable && now[0].members[2].streaming;
    };
    await expect.poll(isWritten, { timeout: 30_000 }).toBe(true);
    expect((await newest()).status).toBe('done');
    expect((await outrigger('lab', 'heal')).stdout).toBe('Nothing is broken.\n');
  });

  test('down ends all of it; what was written can still be read', async () => {
    const held = heldBy(stateFolder);
    expect(held.processes.length).toBeGreaterThan(20);
    const down = await outrigger('lab', 'down');
    expect(down.stdout).toContain('the lab is down');
    expect(await leftOf(stateFolder, held)).toEqual(nothing);
    expect((await newest()).status).toBe('done');
  });

  /** The last of a database's members has been spawned in this moment: it takes nobody yet. */
  const underWay = async (): Promise<void> => {
    const isUnderWay = () => hasPostmaster(stateFolder, 'us-west-2a', 'orders-db');
    await expect.poll(isUnderWay, { timeout: 60_000, interval: 5 }).toBe(true);
  };

  test('an up that is killed half-way leaves nothing that down does not find', async () => {
    rmSync(join(stateFolder, 'zones'), { recursive: true, force: true });
    const up = start('lab', 'up', tiny, '--link', '0ms', ...ports);
    await underWay();
    up.child.kill('SIGKILL');
    const down = outrigger('lab', 'down');
    const held = heldBy(stateFolder);
    expect(held.processes.length).toBeGreaterThan(4);
    expect(await down).toMatchObject({ code: 0 });
    expect(await up.ended, up.text()).toBe(-1);
    expect(await leftOf(stateFolder, held)).toEqual(nothing);
  });

  test.each(['lab up', 'drill'])('Ctrl-C while %s raises its lab is heard', async (words) => {
    rmSync(stateFolder, { recursive: true, force: true });
    const raising = start(...words.split(' '), tiny, '--link', '0ms', ...ports);
    await underWay();
    const held = heldBy(stateFolder);
    raising.child.kill('SIGINT');
    expect(await raising.ended, raising.text()).toBe(130);
    expect(raising.text()).toBe('Interrupted.\n');
    expect(await leftOf(stateFolder, held)).toEqual(nothing);
    expect(existsSync(stateFolder)).toBe(false);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });
});
