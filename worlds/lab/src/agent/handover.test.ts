import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { awaitReplay, freshLsn } from '../postgres/replication.ts';
import { handOver, promoteMember } from './member-promote.ts';
import { type MemberLab, memberLab, nextId, writerId } from './test-member.ts';

let members: MemberLab;
beforeEach(async () => {
  members = await memberLab();
});
afterEach(() => members.close());

describe('a writer hands over', () => {
  test('only to a member that streams, and goes on as it was', async () => {
    const { member } = await members.writer();
    expect(await handOver(member, nextId)).toBe(`${nextId} does not stream from ${writerId}`);
    expect(member.state()).toMatchObject({ role: 'writer', epoch: 1 });
    expect(member.running()).not.toBeNull();
    expect(member.lease.valid()).toBe(true);
  });

  test('all that it has; a repeat, also after a stop that took long, tells the same', async () => {
    const { node, member } = await members.writer();
    const next = await members.standby(node, member.admin());
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
    const { node, member: writer } = await members.writer();
    const next = await members.standby(node, writer.admin());
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
    const member = await members.member(await members.lab.member(nextId), {
      role: 'promoting',
      epoch: 2,
    });
    expect(await member.lease.hold(2, 10_000)).toBe(true);
    expect(await handOver(member, writerId)).toBe('a member that is promoting hands nothing over');
    expect(member.lease.valid()).toBe(false);
  });
});
