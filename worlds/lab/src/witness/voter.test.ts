import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVoter, type Voter } from './voter.ts';

let folder: string;
let file: string;
let nowMs: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-voter-'));
  file = join(folder, 'votes.json');
  nowMs = 1_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leaseMs = 400;
const marginMs = 100;
const voter = () => createVoter({ file, leaseMs, marginMs, now: () => nowMs });

/** What this site answers to `renew` or `claim`. */
async function asked(
  { routes }: Voter,
  what: 'renew' | 'claim',
  holder: string,
  epoch: number,
): Promise<unknown> {
  const request = new IncomingMessage(new Socket());
  return routes[`POST /lease/${what}`]?.({
    parameters: {},
    query: new URLSearchParams(),
    body: { component: 'db', holder, epoch },
    request,
    response: new ServerResponse(request),
  });
}

const onDisk = () => JSON.parse(readFileSync(file, 'utf8')).db;
const granted = { granted: true };

test('a renewal is not answered before the vote that it renews is on the disk', async () => {
  const site = voter();
  await asked(site, 'renew', 'old', 1);
  nowMs += leaseMs + marginMs;
  // Side by side, as in a planned move: the new writer renews what is still being claimed for it.
  const claim = asked(site, 'claim', 'new', 3);
  expect(await asked(site, 'renew', 'new', 3)).toMatchObject(granted);
  expect(onDisk()).toEqual({ epoch: 3, holder: 'new' });
  expect(await claim).toMatchObject(granted);

  // Whatever was answered is known after a restart: the old writer gets no vote here again.
  const restarted = voter();
  expect(await asked(restarted, 'renew', 'old', 1)).toMatchObject({ granted: false, epoch: 3 });
  expect(await asked(restarted, 'renew', 'new', 3)).toMatchObject(granted);
});

test('a vote that could not be written is not given; once there is room it is', async () => {
  const site = voter();
  await asked(site, 'renew', 'old', 1);
  rmSync(folder, { recursive: true });
  nowMs += leaseMs + marginMs;
  await expect(asked(site, 'claim', 'new', 3)).rejects.toThrow('ENOENT');
  await expect(asked(site, 'renew', 'new', 3)).rejects.toThrow('ENOENT');
  expect(await asked(site, 'renew', 'old', 1)).toMatchObject({ granted: false });

  mkdirSync(folder);
  expect(await asked(site, 'claim', 'new', 3)).toMatchObject(granted);
  expect(onDisk()).toEqual({ epoch: 3, holder: 'new' });
});

test('a site that restarts keeps its vote for a whole lease and its margin', async () => {
  await asked(voter(), 'renew', 'old', 1);
  const restarted = voter();
  nowMs += leaseMs + marginMs - 1;
  expect(await asked(restarted, 'claim', 'new', 3)).toMatchObject({ granted: false, epoch: 1 });
  nowMs += 1;
  expect(await asked(restarted, 'claim', 'new', 3)).toMatchObject(granted);
});

test('a claim gives the lease up for its holder in that very epoch only', async () => {
  const site = voter();
  await asked(site, 'renew', 'old', 5);
  const request = new IncomingMessage(new Socket());
  const claim = site.routes['POST /lease/claim']?.({
    parameters: {},
    query: new URLSearchParams(),
    // Sent when the holder stopped in epoch 1, and on its way until it was the writer again.
    body: { component: 'db', holder: 'new', epoch: 6, releasedBy: { holder: 'old', epoch: 1 } },
    request,
    response: new ServerResponse(request),
  });
  expect(await claim).toMatchObject({ granted: false, epoch: 5 });
});
