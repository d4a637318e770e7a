import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { readSecret } from '../control/environment.ts';
import type { EntryState } from '../entry/entry.ts';
import { type LabProcess, startLabProcess } from '../launch.ts';
import type { LabLayout } from '../layout.ts';
import type { LinksState } from '../links/link.ts';
import { findFreePorts } from '../processes/free-ports.ts';
import { identify, isAlive, type ProcessIdentity, signal } from '../processes/identity.ts';
import { allRoots, recordAgent, recordProcess } from '../processes/recorded.ts';
import { prepareStateFolder, statePaths, writeJsonAtomically } from '../processes/state-folder.ts';
import { killTree, waitUntilGone } from '../processes/tree.ts';
import { testLayout } from '../test-layout.ts';
import { endedParts, startEnded } from './ended.ts';
import type { Fault } from './fault.ts';
import { inject } from './inject.ts';
import { changeFaults } from './record.ts';

let folder: string;
let state: string;
let layout: LabLayout;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-ended-'));
  state = join(folder, 'lab');
  prepareStateFolder(state, 0);
  const ports = await findFreePorts(12);
  if (!('value' in ports)) throw new Error('no ports');
  const at = (index: number) => ports.value.first + index;
  const zone = (name: string, index: number) => ({
    name,
    loadBalancerPort: at(index),
    servicePort: at(index + 3),
  });
  layout = testLayout({
    stateFolder: state,
    regions: { east: [zone('east-1', 0), zone('east-2', 1)], west: [zone('west-1', 2)] },
    entryPort: at(6),
    entryControlPort: at(7),
    linksControlPort: at(8),
  });
  writeJsonAtomically(statePaths.layout(state), layout);
});

afterEach(async () => {
  const { survivors } = await killTree(allRoots(state).filter(isAlive));
  await rm(folder, { recursive: true, force: true });
  expect(survivors).toEqual([]);
});

/** Stands for an agent, or the witness: of both only that they run counts here. */
async function bystander(): Promise<ProcessIdentity> {
  const child: ChildProcess = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], {
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  if (identity === null) throw new Error('it did not start');
  return identity;
}

async function end(identity: ProcessIdentity): Promise<void> {
  signal(identity, 'SIGKILL');
  expect(await waitUntilGone([identity])).toEqual([]);
}

async function stateOf<Body>(port: number): Promise<Body> {
  const token = readSecret(state, 'control-token');
  const client = controlClient({ port, token, now: monotonicMs });
  try {
    for (;;) {
      const answer = await client.call<Body>('GET', '/state', undefined, 10_000);
      if (answer.kind === 'answered') return answer.body;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } finally {
    await client.close();
  }
}

function starting() {
  const started: string[] = [];
  return {
    started,
    startZone: async (zone: string) => {
      started.push(zone);
    },
    startProcess: async (name: LabProcess) => {
      started.push(name);
    },
  };
}

const inForce = (fault: Fault) =>
  changeFaults(state, (active) => [...active, { fault, atMs: 0, frozen: [] }]);

test('what ended by itself is told from what a fault took', async () => {
  const agents = new Map<string, ProcessIdentity>();
  for (const zone of ['east-1', 'east-2', 'west-1']) {
    const agent = await bystander();
    agents.set(zone, agent);
    recordAgent(state, zone, agent);
  }
  const witness = await bystander();
  recordProcess(state, 'witness', witness);
  // Who measures is none of the lab's own parts.
  const load = await bystander();
  recordProcess(state, 'load', load);
  expect(endedParts(state)).toEqual([]);
  for (const one of [...agents.values(), witness, load]) await end(one);
  inForce({ kind: 'zone-loss', zone: 'east-1' });
  expect(endedParts(state)).toEqual([
    { process: 'witness', zone: null },
    { process: 'agent', zone: 'east-2' },
    { process: 'agent', zone: 'west-1' },
  ]);
  inForce({ kind: 'witness-loss' });
  inForce({ kind: 'region-loss', region: 'east' });
  const callbacks = starting();
  expect(await startEnded(state, callbacks)).toEqual([{ process: 'agent', zone: 'west-1' }]);
  expect(callbacks.started).toEqual(['west-1']);
});

test('links and entry come back as the faults in force have them', async () => {
  const start = async (name: LabProcess) => {
    startLabProcess(state, name);
  };
  const links = startLabProcess(state, 'links');
  const entry = startLabProcess(state, 'entry');
  await stateOf(layout.links.controlPort);
  await stateOf(layout.entry.controlPort);
  await inject(state, { kind: 'zone-loss', zone: 'east-1' });
  await inject(state, { kind: 'cut', from: 'west', to: 'witness', oneWay: true });
  await inject(state, {
    kind: 'slow-link',
    from: 'east',
    to: 'west',
    delayMs: 200,
    bandwidthBytesPerSecond: null,
  });
  const seen = async () => {
    const linked = await stateOf<LinksState>(layout.links.controlPort);
    const { regions } = await stateOf<EntryState>(layout.entry.controlPort);
    const nodes = regions.flatMap((region) => region.nodes);
    return {
      links: linked.links,
      darkZones: linked.darkZones,
      darkNodes: nodes.filter(({ dark }) => dark).map(({ zone }) => zone),
    };
  };
  const before = await seen();
  expect(before).toMatchObject({ darkZones: ['east-1'], darkNodes: ['east-1'] });
  expect(before.links.filter(({ cut }) => cut).length).toBe(1);
  await end(links);
  await end(entry);
  const ended = await startEnded(state, { ...starting(), startProcess: start });
  expect(ended.map(({ process }) => process)).toEqual(['links', 'entry']);
  expect(await seen()).toEqual(before);
  expect(endedParts(state)).toEqual([]);
});
