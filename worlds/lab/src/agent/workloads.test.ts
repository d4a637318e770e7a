import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { monotonicMs } from '../control/clock.ts';
import type { ServiceLayout } from '../layout.ts';
import { lastWords } from '../processes/last-words.ts';
import { statePaths } from '../processes/state-folder.ts';
import { createWorkloads, workloadLog } from './workloads.ts';

let stateFolder: string;
beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), 'outrigger-workloads-'));
  mkdirSync(statePaths.zone(stateFolder, 'zone'), { recursive: true });
});
afterEach(() => rmSync(stateFolder, { recursive: true, force: true }));

/** A service that says this and ends, which it does each time it is started. */
function ends(component: string, words: string): ServiceLayout {
  const program = join(stateFolder, `${component}.mjs`);
  writeFileSync(program, words);
  return {
    component,
    // Nobody listens there.
    port: 1,
    run: ['node', program],
    replicasAtStart: 1,
    replicas: 1,
    standIn: false,
    holdsWrites: false,
    paths: [],
    healthPath: '/healthz',
    readyPath: '/readyz',
    environment: {},
  };
}

test('a zone names the services that did not become ready, and their logs say why', async () => {
  const [zone, token] = ['zone', 'token'];
  const services = [
    ends('web', "throw new Error('the port is taken');"),
    ends('quiet', ''),
    { ...ends('later', ''), replicasAtStart: 0 },
  ];
  const workloads = createWorkloads({
    stateFolder,
    zone: { name: zone, region: 'region', agentPort: 1, loadBalancer: null, services },
    token,
    now: monotonicMs,
    isActive: () => true,
    readyMsMax: 2_000,
  });
  try {
    expect(await workloads.start(new Set(), false)).toEqual(['web', 'quiet']);
    const said = (name: string) => lastWords(workloadLog(stateFolder, zone, name));
    expect(said('web')).toBe('Error: the port is taken');
    expect(said('quiet')).toBe('it has said nothing');
    expect(said('later')).toBe('it has no log');
  } finally {
    await workloads.stop();
  }
});
