import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ControlAnswer, ControlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import type { ClusterRecord } from '../witness/record.ts';
import { openFileStore } from './file-store.ts';
import { createFileStoreMember } from './file-store-role.ts';
import { fileVerb } from './file-verbs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const answered = (body: unknown): ControlAnswer<never> => ({
  kind: 'answered',
  body: body as never,
  sentAt: 0,
});

/** A source that has less to tell than it said when it handed over: its last file is on its way. */
function slowSource(): ControlClient {
  return {
    call: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return answered({ instance: 'source', upTo: 0, length: 0, asOfMs: 0, files: [] });
    },
    close: async () => {},
  };
}

const recorded = (region: string, epoch: number): ClusterRecord => ({
  epochGiven: epoch,
  activeRegion: region,
  databases: {},
  fileStores: { pictures: { region, epoch } },
});

function memberOfEast() {
  const store = openFileStore({
    layout: { component: 'pictures', regions: [{ region: 'east', folder }] },
    region: 'east',
    now: monotonicMs,
  });
  const file = createFileStoreMember({
    store,
    region: 'east',
    stateFile: join(folder, 'state.json'),
    folder,
    salvageFolder: join(folder, 'salvage'),
    agents: () => [slowSource()],
  });
  return { store, file };
}

test('whose neighbour took the region’s folder over while it waited has it too', async () => {
  const { store, file } = memberOfEast();
  const witness: ControlClient = { call: async () => answered({}), close: async () => {} };
  const view = {
    record: () => null,
    refresh: async () => recorded('east', 2),
    onRecord: () => {},
    stop: () => {},
  };
  try {
    file.follow(recorded('west', 1));
    const transfer = fileVerb(
      { file, region: 'east', view, witness, agents: () => [] },
      'transfer',
    );
    const outcome = transfer?.(
      {
        verb: 'transfer',
        component: 'pictures',
        region: 'east',
        arguments: { part: 'take-over', positions: { source: 1 } },
      },
      2,
    );
    // The witness has heard the neighbour.
    file.follow(recorded('east', 2));
    expect(await outcome).toMatchObject({ facts: { role: 'source', epoch: 2 } });
  } finally {
    store.close();
  }
});

test('goes on as a copy when the witness refuses it: it would be a second source', async () => {
  const { store, file } = memberOfEast();
  const refuses: ControlClient = {
    call: async () => ({ kind: 'refused', status: 409, why: 'a run of epoch 6 has begun since' }),
    close: async () => {},
  };
  const view = {
    record: () => null,
    refresh: async () => recorded('west', 1),
    onRecord: () => {},
    stop: () => {},
  };
  try {
    file.follow(recorded('west', 1));
    const detach = fileVerb(
      { file, region: 'east', view, witness: refuses, agents: () => [] },
      'detach-replication',
    );
    const action = { verb: 'detach-replication', component: 'pictures', region: 'east' } as const;
    expect(await detach?.({ ...action, arguments: {} }, 4)).toContain('has begun since');
    expect(file.state()).toMatchObject({ role: 'replica', epoch: 1 });
  } finally {
    store.close();
  }
});
