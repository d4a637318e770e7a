import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalRecord } from '@outrigger/recovery';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTap, type Point, type Tap, type TappedLayout } from './tap.ts';

let folder: string;
let tap: Tap;
/** What came to the witness and to the agent. */
let appended: number[];
let performed: string[];
let killed: number;
const closers: (() => void)[] = [];

/** A process of the lab, played: it remembers what it is told. */
async function play(answer: (path: string, body: string) => object): Promise<number> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.end(JSON.stringify(answer(request.url ?? '', body)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  appended = [];
  performed = [];
  killed = 0;
  folder = mkdtempSync(join(tmpdir(), 'outrigger-tap-'));
  const stateFolder = join(folder, 'lab');
  mkdirSync(stateFolder);
  writeFileSync(join(stateFolder, 'platform.json'), '"kept"');
  const witness = await play((_path, body) => {
    const records: readonly JournalRecord[] = JSON.parse(body);
    appended.push(...records.map(({ sequence }) => sequence + 1));
    return { result: 'appended' };
  });
  const agent = await play((path) => {
    performed.push(path);
    return { kind: 'done' };
  });
  const own = { name: 'a', region: 'east', agentPort: 1, loadBalancer: null, services: [] };
  const tunnel = { from: 'witness', to: 'east', zone: 'a', listenPort: agent, targetPort: 1 };
  tap = await openTap({
    stateFolder,
    regions: [{ name: 'east', zones: [own] }],
    witness: { port: witness },
    links: { controlPort: 0, tunnels: [tunnel] },
  });
});

afterEach(() => {
  tap.close();
  for (const close of closers.splice(0)) close();
  rmSync(folder, { recursive: true });
});

const through = (): TappedLayout =>
  JSON.parse(readFileSync(join(tap.stateFolder, 'layout.json'), 'utf8'));

const ask = (port: number | undefined, path: string, body: unknown): Promise<unknown> =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) }).then(
    (response) => response.json(),
    () => 'no answer',
  );

function append(first: number, ...events: readonly string[]): Promise<unknown> {
  const records = events.map((words, index) => {
    const [type = '', step] = words.split(' ');
    return { run: 'one', sequence: first - 1 + index, event: { type, step, attempt: 1 } };
  });
  return ask(through().witness.port, '/journal', records);
}

const perform = (step: string, attempt = 1): Promise<unknown> =>
  ask(through().links.tunnels[0]?.listenPort, '/verbs/fence', {
    context: { run: 'one', step, epoch: 2, attempt },
  });

const strike = (point: Point) =>
  tap.strike(point, async () => {
    killed += 1;
  });

test('all else of the state folder is the lab’s own', () => {
  expect(readFileSync(join(tap.stateFolder, 'platform.json'), 'utf8')).toBe('"kept"');
});

test('what is not at the point passes, and is seen', async () => {
  void strike({ record: 9, when: 'record' });
  expect(await append(1, 'started', 'performing db/fence')).toEqual({ result: 'appended' });
  expect(await perform('db/fence')).toEqual({ kind: 'done' });
  expect(await perform('db/promote')).toEqual({ kind: 'done' });
  expect(await perform('db/fence', 2)).toEqual({ kind: 'done' });
  expect(appended).toEqual([1, 2]);
  expect(tap.effects().map(({ step, journaled }) => [step, journaled])).toEqual([
    ['db/fence', true],
    ['db/promote', false],
    // Another attempt, of which no record tells.
    ['db/fence', false],
  ]);
  expect(killed).toBe(0);
});

test('a journal ends with its record, also in the middle of a batch', async () => {
  const struck = strike({ record: 3, when: 'record' });
  const answer = await append(1, 'started', 'done a', 'performing b', 'performing c');
  expect(answer).toBe('no answer');
  expect(await struck).toEqual({ run: 'one', record: 3, event: 'performing b' });
  expect([appended, performed, killed]).toEqual([[1, 2, 3], [], 1]);
});

test('an effect takes place, and its controller never hears of it', async () => {
  const struck = strike({ record: 2, when: 'effect' });
  await append(1, 'started', 'done a', 'performing b');
  expect(await perform('b')).toBe('no answer');
  expect(await struck).toEqual({ run: 'one', record: 3, event: 'performing b' });
  await expect.poll(() => performed).toEqual(['/verbs/fence']);
  expect([appended, killed]).toEqual([[1, 2, 3], 1]);
});

test('an effect that no agent sees is over once its outcome is to be written', async () => {
  const struck = strike({ record: 2, when: 'effect' });
  await append(1, 'started', 'performing b', 'performing c');
  expect(await append(4, 'done c')).toEqual({ result: 'appended' });
  expect(await append(5, 'done b')).toBe('no answer');
  expect(await struck).toEqual({ run: 'one', record: 2, event: 'performing b' });
  expect([appended, killed]).toEqual([[1, 2, 3, 4], 1]);
});

test('whoever comes after one that was not killed is not killed either', async () => {
  void strike({ record: 2, when: 'record' });
  await append(1, 'started');
  tap.disarm();
  expect(await append(2, 'ended')).toEqual({ result: 'appended' });
  expect(killed).toBe(0);
});

test('the lab’s zones are heard through it', async () => {
  const heard = tap.heard(['a'], 2);
  await ask(through().links.tunnels[0]?.listenPort, '/readyz', {});
  await ask(through().links.tunnels[0]?.listenPort, '/readyz', {});
  await heard;
});
