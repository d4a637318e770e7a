import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ControlAnswer, ControlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import type { DatabaseLayout, DatabaseMemberLayout } from '../layout.ts';
import type { AdminClient } from '../postgres/client.ts';
import { awaitReplay, freshLsn, isStreaming } from '../postgres/replication.ts';
import { passwords, type TestLab, testLab } from '../postgres/test-lab.ts';
import type { PostgresNode } from '../postgres/types.ts';
import { testLayout } from '../test-layout.ts';
import { createMember, type Member } from './member.ts';
import { handOver, promoteMember } from './member-promote.ts';
import { type MemberState, saveMemberState } from './member-state.ts';

const writerId = 'db@east-1';
const nextId = 'db@west-1';
let lab: TestLab;
const members: Member[] = [];
beforeEach(async () => {
  lab = await testLab();
});
afterEach(async () => {
  for (const member of members.splice(0)) {
    await member.kill();
    member.lease.abandon();
    await member.proxy.close();
  }
  await lab.close();
});

/** The witness, and every voter: they record what they are told, and give every vote. */
const agreeable: ControlClient = {
  call: async <Body>(): Promise<ControlAnswer<Body>> => ({
    kind: 'answered',
    body: { granted: true } as Body,
    sentAt: monotonicMs(),
  }),
  close: async () => {},
};

async function newMember(node: PostgresNode, state: Partial<MemberState>): Promise<Member> {
  const layout = testLayout({
    stateFolder: lab.folder,
    regions: {},
    entryPort: 0,
    entryControlPort: 0,
    linksControlPort: 0,
  });
  const [, zone = ''] = node.name.split('@');
  const member: DatabaseMemberLayout = {
    id: node.name,
    region: zone.slice(0, -2),
    zone,
    // Nobody comes in by its proxy here: any port will do.
    proxyPort: 0,
    postgresPort: node.port,
    atStart: true,
  };
  const database: DatabaseLayout = {
    component: 'db',
    kind: 'postgres',
    members: [member],
    writerAtStart: writerId,
    standbyAtStart: null,
  };
  const stateFile = join(lab.folder, `${zone}.json`);
  saveMemberState(stateFile, {
    role: 'standby',
    epoch: 1,
    upstream: null,
    salvaged: false,
    ...state,
  });
  const created = await createMember({
    layout,
    database,
    member,
    node,
    stateFile,
    salvageFolder: join(lab.folder, 'salvage'),
    replicationPassword: passwords.replication,
    applicationPassword: passwords.application,
    controlToken: '',
    view: { record: () => null, refresh: async () => null, onRecord: () => {}, stop: () => {} },
    witness: agreeable,
    voters: [{ site: 'witness', client: agreeable }],
    agent: () => agreeable,
    now: monotonicMs,
    onProcess: () => {},
  });
  members.push(created);
  return created;
}

/** A writer that its agent has started, with its lease. */
async function newWriter(): Promise<{ readonly node: PostgresNode; readonly member: Member }> {
  const node = await lab.member(writerId);
  const running = await lab.writer(node);
  const ended = running.exited;
  process.kill(running.pid, 'SIGINT');
  await ended;
  const member = await newMember(node, { role: 'writer' });
  await member.start();
  await member.lease.hold(1, 10_000);
  return { node, member };
}

/** A standby that its agent has started, and that streams. */
async function newStandby(of: PostgresNode, admin: AdminClient): Promise<Member> {
  const node = await lab.member(nextId);
  const running = await lab.standby(node, of);
  process.kill(running.pid, 'SIGINT');
  await running.exited;
  const member = await newMember(node, { role: 'standby', upstream: writerId });
  await member.start();
  while (!(await isStreaming(admin, nextId)));
  return member;
}

describe('a writer hands over', () => {
  test('only to a member that streams, and goes on as it was', async () => {
    const { member } = await newWriter();
    expect(await handOver(member, nextId)).toBe(`${nextId} does not stream from ${writerId}`);
    expect(member.state()).toMatchObject({ role: 'writer', epoch: 1 });
    expect(member.running()).not.toBeNull();
    expect(member.lease.valid()).toBe(true);
  });

  test('all that it has; a repeat, also after a stop that took long, tells the same', async () => {
    const { node, member } = await newWriter();
    const next = await newStandby(node, member.admin());
    // As a first try leaves it that took too long: ended, and the writer by its own word.
    await member.stop();
    expect(member.state().role).toBe('writer');
    const handed = await handOver(member, nextId);
    if (typeof handed === 'string') throw new Error(handed);
    expect(handed.heldEpoch).toBe(1);
    expect(member.state().role).toBe('stopped');
    expect(member.lease.valid()).toBe(false);
    expect(await awaitReplay(next.admin(), handed.replayTarget, 10_000)).toBe(true);
    expect(await handOver(member, nextId)).toEqual(handed);
  });
});

describe('a member that is not the writer', () => {
  test('hands nothing over, and a promotion that waits for its log ends there', async () => {
    const { node, member: writer } = await newWriter();
    const next = await newStandby(node, writer.admin());
    await next.admin().query('select pg_wal_replay_pause()');
    const replayTarget = await freshLsn(writer.admin());
    const promoted = promoteMember(next, { epoch: 2, replayTarget });
    expect(next.lease.epoch()).toBe(2);
    expect(await handOver(next, writerId)).toBe('a member that is standby hands nothing over');
    expect(next.lease.epoch()).toBeNull();
    await next.admin().query('select pg_wal_replay_resume()');
    expect(await promoted).toBe('its lease was given up meanwhile');
    expect(next.state().role).toBe('standby');
  });

  test('gives up the lease of a promotion that was under way', async () => {
    const member = await newMember(await lab.member(nextId), { role: 'promoting', epoch: 2 });
    expect(await member.lease.hold(2, 10_000)).toBe(true);
    expect(await handOver(member, writerId)).toBe('a member that is promoting hands nothing over');
    expect(member.lease.valid()).toBe(false);
  });
});
