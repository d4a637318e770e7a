import { initialiseCluster } from '../postgres/cluster.ts';
import { writeConfiguration } from '../postgres/configuration.ts';
import { writeEpoch } from '../postgres/markers.ts';
import { receivedLsn } from '../postgres/replication.ts';
import { setUpDatabase } from '../postgres/set-up.ts';
import { followUpstream, makeStandby } from '../postgres/standby.ts';
import type { ClusterRecord, DatabaseRecord } from '../witness/record.ts';
import type { Member } from './member.ts';
import { databaseRecordOf, ensureSlot, upstreamOf } from './member-context.ts';
import { promoteMember } from './member-promote.ts';
import { divergeIfPast, seedMember } from './member-rejoin.ts';

/** A writer that finds nobody to renew with goes on trying; its proxy holds answers until then. */
const firstLeaseMs = 5_000;

/**
 * What a member does when its agent starts: as the witness's record and its own folder say. A
 * member whose role was taken over meanwhile is not started: it may hold the only copy of a write.
 */
export async function bootMember(member: Member, record: ClusterRecord): Promise<void> {
  const recorded = databaseRecordOf(member.context, record);
  const { role, epoch } = member.state();
  const isWriter = recorded.writer === member.context.member.id;
  switch (role) {
    case 'absent':
      if (recorded.epoch !== 1) return;
      if (isWriter) return initialiseWriter(member);
      if (member.context.member.atStart) return seedMember(member, recorded, null);
      return;
    case 'writer':
    case 'promoting':
    case 'stopped':
      if (isWriter && role === 'promoting') {
        await member.start();
        await promoteMember(member, { epoch: recorded.epoch, replayTarget: null });
        return;
      }
      if (isWriter && recorded.epoch === epoch) return resumeWriter(member, epoch);
      if (role === 'stopped') return;
      member.become({ role: 'diverged', salvaged: false });
      return;
    case 'standby':
      if (recorded.epoch === epoch) return resumeStandby(member, recorded);
      // It was killed with its zone: how far its log went is not known without starting it.
      member.become({ role: 'diverged', salvaged: false });
      return;
    case 'diverged':
      return;
    default:
      role satisfies never;
  }
}

async function initialiseWriter(member: Member): Promise<void> {
  const { context } = member;
  const { node } = context;
  await initialiseCluster(node, (identity) => context.onProcess('initdb', identity));
  await writeConfiguration(node);
  await member.start();
  await setUpDatabase(node, {
    applicationPassword: context.applicationPassword,
    replicationPassword: context.replicationPassword,
    epoch: 1,
    region: context.member.region,
  });
  member.become({ role: 'writer', epoch: 1, upstream: null, salvaged: false });
  const { region, id } = context.member;
  await writeEpoch(member.admin(), { epoch: 1, region, member: id });
  await member.lease.hold(1, firstLeaseMs);
  member.beginDuties(1);
}

async function resumeWriter(member: Member, epoch: number): Promise<void> {
  member.become({ role: 'writer', epoch });
  await member.lease.hold(epoch, firstLeaseMs);
  await member.start();
  member.beginDuties(epoch);
}

async function resumeStandby(member: Member, recorded: DatabaseRecord): Promise<void> {
  if (recorded.writer === null) return;
  await ensureSlot(member.context, recorded.writer);
  await makeStandby(member.context.node, upstreamOf(member.context, recorded.writer));
  await member.start();
}

/**
 * A running standby follows the writer of the record. One whose log went past the point where the
 * new timeline left the old one has diverged: it is stopped, and waits for its salvage. A copy in
 * another region may have got what the synchronous one had not when their writer died: where that
 * one has taken over nobody was told of it, and the copy is made anew by whoever lets it follow.
 */
export async function followRecord(member: Member, record: ClusterRecord): Promise<void> {
  const state = member.state();
  if (state.role !== 'standby' || member.running() === null) return;
  const recorded = databaseRecordOf(member.context, record);
  if (recorded.writer === null || recorded.writer === member.context.member.id) return;
  if (recorded.epoch === state.epoch && recorded.writer === state.upstream) return;
  if (recorded.epoch < state.epoch) return;
  const fork = recorded.forks.find((each) => each.epoch > state.epoch);
  // The new writer tells where it left the old timeline a moment after it was promoted.
  if (fork === undefined && recorded.epoch > state.epoch) return;
  if (fork !== undefined) {
    const held = await receivedLsn(member.admin());
    if (held !== null && divergeIfPast(member, held, fork.lsn, fork.lossless)) {
      await member.kill();
      return;
    }
  }
  await ensureSlot(member.context, recorded.writer);
  await followUpstream(member.context.node, upstreamOf(member.context, recorded.writer));
  member.become({ epoch: recorded.epoch, upstream: recorded.writer });
}
