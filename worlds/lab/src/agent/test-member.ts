import { join } from 'node:path';
import type { ControlAnswer, ControlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import type { DatabaseLayout, DatabaseMemberLayout } from '../layout.ts';
import type { AdminClient } from '../postgres/client.ts';
import { isStreaming } from '../postgres/replication.ts';
import { passwords, type TestLab, testLab } from '../postgres/test-lab.ts';
import type { PostgresNode } from '../postgres/types.ts';
import { testLayout } from '../test-layout.ts';
import { createMember, type Member } from './member.ts';
import { type MemberState, saveMemberState } from './member-state.ts';

export const writerId = 'db@east-1';
export const nextId = 'db@west-1';

/** Members with real PostgreSQL under their agent's code, whose voters agree to everything. */
export interface MemberLab {
  readonly lab: TestLab;
  member(node: PostgresNode, state: Partial<MemberState>): Promise<Member>;
  /** A writer that its agent has started, with its lease. */
  writer(): Promise<{ readonly node: PostgresNode; readonly member: Member }>;
  /** A standby that its agent has started, and that streams. */
  standby(of: PostgresNode, admin: AdminClient): Promise<Member>;
  close(): Promise<void>;
}

/** The witness, and every voter: they record what they are told, and give every vote. */
const agreeable: ControlClient = {
  call: async <Body>(): Promise<ControlAnswer<Body>> => ({
    kind: 'answered',
    body: { granted: true } as Body,
    sentAt: monotonicMs(),
  }),
  close: async () => {},
};

export async function memberLab(): Promise<MemberLab> {
  const lab = await testLab();
  const members: Member[] = [];
  const member = async (node: PostgresNode, state: Partial<MemberState>): Promise<Member> => {
    const created = await createTestMember(lab, node, state);
    members.push(created);
    return created;
  };
  return {
    lab,
    member,
    async writer() {
      const node = await lab.member(writerId);
      const running = await lab.writer(node);
      const ended = running.exited;
      process.kill(running.pid, 'SIGINT');
      await ended;
      const created = await member(node, { role: 'writer' });
      await created.start();
      await created.lease.hold(1, 10_000);
      return { node, member: created };
    },
    async standby(of, admin) {
      const node = await lab.member(nextId);
      const running = await lab.standby(node, of);
      process.kill(running.pid, 'SIGINT');
      await running.exited;
      const created = await member(node, { role: 'standby', upstream: writerId });
      await created.start();
      while (!(await isStreaming(admin, nextId)));
      return created;
    },
    async close() {
      for (const each of members.splice(0)) {
        await each.kill();
        each.lease.abandon();
        await each.proxy.close();
      }
      await lab.close();
    },
  };
}

async function createTestMember(
  lab: TestLab,
  node: PostgresNode,
  state: Partial<MemberState>,
): Promise<Member> {
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
  return createMember({
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
}
