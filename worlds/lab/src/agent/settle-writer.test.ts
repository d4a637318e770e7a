import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdminClient, connect } from '../postgres/client.ts';
import { awaitReplay, freshLsn, setSynchronousStandbys } from '../postgres/replication.ts';
import { passwords } from '../postgres/test-lab.ts';
import { applicationDatabase, applicationUser } from '../postgres/types.ts';
import type { Member } from './member.ts';
import { type MemberLab, memberLab, nextId } from './test-member.ts';

let members: MemberLab;
const clients: pg.Client[] = [];
beforeEach(async () => {
  members = await memberLab();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.connection.stream.destroy();
  await members.close();
});

/** As a service comes in: by the proxy. */
async function client(member: Member): Promise<pg.Client> {
  const { port } = member.proxy.server.address() as AddressInfo;
  const created = new pg.Client({
    host: '127.0.0.1',
    port,
    user: applicationUser,
    password: passwords.application,
    database: applicationDatabase,
  });
  created.on('error', () => {});
  clients.push(created);
  await created.connect();
  return created;
}

const insert = "insert into kept values ('k1') on conflict do nothing";

/** Until a commit of this text waits for the standby. */
async function untilWaiting(admin: AdminClient, text: string): Promise<void> {
  const waiting =
    "select from pg_stat_activity where wait_event = 'SyncRep' and query like $1 || '%'";
  // The server may just have crashed: no answer is no row.
  while ((await admin.query(waiting, [text]).catch(() => [])).length === 0);
}

test('a writer that crashed says nothing of a commit that its standby may lack', async () => {
  const { node, member } = await members.writer();
  const standby = await members.standby(node, member.admin());
  const admin = members.lab.admin(node);
  await admin.query('create table kept (key text primary key)');
  await admin.query(`grant all on kept to ${applicationUser}`);
  while (!(await setSynchronousStandbys(node, admin, [nextId], 10_000)));
  await standby.kill();
  const first = await client(member);
  const waiting = first.query(insert).then(
    () => 'acked',
    () => 'not acked',
  );
  await untilWaiting(admin, insert);

  const crashed = member.running();
  if (crashed === null) throw new Error('no server');
  process.kill(crashed.pid, 'SIGKILL');
  await crashed.exited;
  expect(await waiting).toBe('not acked');
  const restarted = members.lab.admin(node);
  await untilWaiting(restarted, 'update outrigger.epoch');
  // Recovery has made it visible to who comes in beside the proxy.
  expect(await restarted.query('select from kept')).toHaveLength(1);
  let isAnswered = false;
  const repeated = client(member)
    .then((second) => second.query(insert))
    .then(({ rowCount }) => {
      isAnswered = true;
      return rowCount;
    });
  // Without the proxy as many would have been told by now.
  const user = { user: applicationUser, password: passwords.application };
  for (const _ of [1, 2, 3, 4, 5]) {
    const session = await connect(node, { ...user, database: applicationDatabase });
    await session.query(insert);
    await session.close();
  }
  expect(isAnswered).toBe(false);
  await standby.start();
  expect(await repeated).toBe(0);
  expect(await awaitReplay(standby.admin(), await freshLsn(restarted), 10_000)).toBe(true);
  expect(await standby.admin().query('select from kept')).toHaveLength(1);
});
