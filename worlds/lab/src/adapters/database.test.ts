import type { Action, Outcome } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import type { ControlClient } from '../control/client.ts';
import type { LabControl } from '../controller/lab-control.ts';
import type { Reach } from '../controller/reach.ts';
import type { DatabaseLayout, DatabaseMemberLayout } from '../layout.ts';
import { testLayout } from '../test-layout.ts';
import type { VoteAnswer } from '../witness/votes.ts';
import { databaseAdapter } from './database.ts';

/** Three regions, so that east and west have another site than each other to ask for a vote. */
const regions = ['north', 'east', 'west'] as const;
const zoneOf = (region: string) => `${region}-1`;
const member = (region: string): DatabaseMemberLayout => {
  const zone = zoneOf(region);
  return { id: `db@${zone}`, region, zone, proxyPort: 0, postgresPort: 0, atStart: true };
};
const database: DatabaseLayout = {
  component: 'db',
  kind: 'postgres',
  members: regions.map(member),
  writerAtStart: 'db@east-1',
  standbyAtStart: null,
};

interface Call {
  readonly at: string;
  readonly path: string;
  readonly body: unknown;
}
type Answer = (call: Call) => unknown;

/** A lab in which every agent and the witness answer as `answer` says; what was asked, in order. */
function playedLab(answer: Answer) {
  const calls: Call[] = [];
  const client = (at: string): ControlClient => ({
    call: async <Body>(_method: string, path: string, body: unknown) => {
      calls.push({ at, path, body });
      return { kind: 'answered', body: answer({ at, path, body }) as Body, sentAt: 0 };
    },
    close: async () => {},
  });
  const layout = testLayout({
    stateFolder: '/nowhere',
    regions: Object.fromEntries(
      regions.map((name) => [name, [{ name: zoneOf(name), loadBalancerPort: 0, servicePort: 0 }]]),
    ),
    entryPort: 0,
    entryControlPort: 0,
    linksControlPort: 0,
  });
  const lab: LabControl = {
    layout: { ...layout, databases: [database] },
    witness: client('witness'),
    entry: client('entry'),
    agent: client,
    zonesOf: () => [],
    now: () => 0,
    close: async () => {},
  };
  const reach: Reach = {
    isReachable: () => true,
    last: () => null,
    lookNow: () => {},
    refresh: async () => {},
    stop: () => {},
  };
  return { calls, given: { lab, reach } };
}

/** West was to take over from east, and did not: back to east. */
const wayBack: Action = {
  verb: 'transfer',
  component: 'db',
  region: 'east',
  zone: 'east-1',
  arguments: { member: 'db@east-1', fromMember: 'db@west-1' },
};
const back = (answer: Answer) => {
  const { calls, given } = playedLab(answer);
  const context = { run: 'run', step: 'db/transfer', attempt: 1, epoch: 9 };
  const outcome = databaseAdapter.perform(wayBack, context, given);
  return outcome.then((told) => ({
    told,
    asked: calls.map(({ at, path }) => `${at} ${path}`),
    calls,
  }));
};

const done: Outcome = { kind: 'done', at: 0, facts: {} };
const isNot = (role: string): Outcome => ({
  kind: 'failed',
  why: `a member that is ${role} hands nothing over`,
});
const granted: VoteAnswer = { granted: true, epoch: 9, holder: 'db@east-1' };
const answers =
  (told: { readonly [path: string]: unknown }): Answer =>
  ({ path }) =>
    told[path] ?? (path === '/lease/claim' ? granted : done);

describe('the way back from a side that never wrote', () => {
  test('claims the votes that this side would need, then the old writer takes them', async () => {
    const { told, asked, calls } = await back(answers({ '/verbs/transfer': isNot('standby') }));
    expect(told).toEqual(done);
    // North votes for a writer in the west; the west's own vote proves nothing against it.
    const claims = ['witness /lease/claim', 'north-1 /lease/claim'];
    expect(asked).toEqual(['west-1 /verbs/transfer', ...claims, 'east-1 /verbs/promote']);
    const claim = calls.find(({ path }) => path === '/lease/claim');
    expect(claim?.body).toMatchObject({ holder: 'db@east-1', epoch: 9 });
    expect(claim?.body).not.toHaveProperty('releasedBy.epoch');
    const promote = calls.find(({ path }) => path === '/verbs/promote');
    expect(promote?.body).toMatchObject({ action: { arguments: { replayTarget: null } } });
  });

  test('ends a promotion that is under way first; its lease ends by its word', async () => {
    const { told, asked, calls } = await back(
      answers({
        '/verbs/transfer': isNot('promoting'),
        '/verbs/fence': { ...done, facts: { fenced: 'killed', heldEpoch: 8 } },
      }),
    );
    expect(told).toEqual(done);
    expect(asked.slice(0, 2)).toEqual(['west-1 /verbs/transfer', 'west-1 /verbs/fence']);
    expect(asked.at(-1)).toBe('east-1 /verbs/promote');
    const fence = calls.find(({ path }) => path === '/verbs/fence');
    expect(fence?.body).toMatchObject({ action: { arguments: { unlessWriter: true } } });
    for (const { body } of calls.filter(({ path }) => path === '/lease/claim')) {
      expect(body).toMatchObject({ releasedBy: { holder: 'db@west-1', epoch: 8 } });
    }
  });

  test('stops when that side became the writer after all', async () => {
    const { told, asked } = await back(
      answers({
        '/verbs/transfer': isNot('promoting'),
        '/verbs/fence': { kind: 'failed', why: 'it is the writer' },
      }),
    );
    expect(told).toEqual({ kind: 'failed', why: 'it is the writer' });
    expect(asked).toEqual(['west-1 /verbs/transfer', 'west-1 /verbs/fence']);
  });

  test('promotes nobody without both votes', async () => {
    const refusal = { granted: false, epoch: 8, holder: 'db@west-1', remainingMs: 500 };
    const { told, asked } = await back(({ at, path }) => {
      if (path === '/verbs/transfer') return isNot('standby');
      return at === 'north-1' ? refusal : granted;
    });
    expect(told).toEqual({
      kind: 'failed',
      why: 'at north db@west-1 still renews its lease of epoch 8',
    });
    expect(asked).not.toContain('east-1 /verbs/promote');
  });
});
