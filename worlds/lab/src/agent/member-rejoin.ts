import { request } from 'undici';
import { log } from '../control/environment.ts';
import { portFrom, zoneOf } from '../layout.ts';
import { writeConfiguration } from '../postgres/configuration.ts';
import { awaitShutdownCheckpoint } from '../postgres/control-file.ts';
import { type Lsn, lsnValue } from '../postgres/lsn.ts';
import { receiveBackup } from '../postgres/receive.ts';
import { awaitReplay, writeSynchronousStandbys } from '../postgres/replication.ts';
import { makeStandby } from '../postgres/standby.ts';
import { slotName } from '../postgres/types.ts';
import type { ClusterRecord, DatabaseRecord } from '../witness/record.ts';
import type { Member } from './member.ts';
import { databaseRecordOf, ensureSlot, memberLayout, upstreamOf } from './member-context.ts';
import type { VerbResult } from './verb-table.ts';

/**
 * Replaying what happened since a seed began takes well under a second; a slow link takes longer.
 */
const catchUpMs = 30_000;
const inSyncMs = 30_000;
const pollMs = 25;
/**
 * A seed that is made while clients are served: at full speed it takes a fifth of a small machine
 * away from them for two seconds, and requests back up.
 */
const seedBytesPerSecondMax = 5_000_000;

/**
 * Makes this member a healthy standby of the writer of the record: as it is after a clean stop,
 * from a new seed otherwise. Healthy means that it replayed an LSN taken on the writer afterwards:
 * a diverged standby also says that it streams.
 */
export async function rejoinMember(
  member: Member,
  wanted: {
    readonly synchronous: boolean;
    /** Only as it was when it stopped: while clients wait there is no time for a seed. */
    readonly asItIs: boolean;
  },
): Promise<VerbResult> {
  const record = await member.context.view.refresh();
  if (record === null) return 'the witness can not be reached';
  const recorded = databaseRecordOf(member.context, record);
  if (recorded.writer === null || recorded.writer === member.context.member.id) {
    return 'there is no other member to follow';
  }
  await noticeDivergence(member, recorded);
  const before = member.state();
  if (wanted.asItIs && before.role !== 'stopped') {
    return `a member that is ${before.role} does not follow as it is`;
  }
  switch (before.role) {
    case 'writer':
    case 'promoting':
      return `a member that is ${before.role} does not rejoin`;
    case 'diverged':
      // The only copy of an acked write may be in here.
      if (!before.salvaged) return 'it has diverged and was not salvaged: salvage it first';
      await seedMember(member, recorded, seedBytesPerSecondMax);
      break;
    case 'absent':
      await seedMember(member, recorded, seedBytesPerSecondMax);
      break;
    case 'stopped':
      await followAsItIs(member, recorded);
      break;
    case 'standby':
      await member.start();
      if (!(await followsWriter(member))) return `it does not follow ${recorded.writer}`;
      break;
    default:
      before.role satisfies never;
  }
  const why = await replaysFreshLsn(member, recorded.writer);
  if (why !== null) return why;
  const synchronous = wanted.synchronous && (await isInSync(member));
  if (wanted.synchronous && !synchronous) return `it did not get in sync in ${inSyncMs} ms`;
  return { facts: { streaming: true, replayedPast: true, synchronous } };
}

/**
 * Stopped cleanly in a handover that was not gone to its end: if another was promoted without all
 * of its log, it holds what that one lacks.
 */
export async function noticeDivergence(member: Member, recorded: DatabaseRecord): Promise<void> {
  const { role, epoch } = member.state();
  if (role !== 'stopped') return;
  const fork = recorded.forks.find((each) => each.epoch > epoch);
  if (fork === undefined) return;
  const checkpoint = await awaitShutdownCheckpoint(member.context.node.dataFolder);
  if (checkpoint !== null) divergeIfPast(member, checkpoint.replayTarget, fork.lsn, false);
}

/**
 * Whether what it holds goes on where the new writer's timeline left the old one: it diverged.
 * `isUnacked`: of that nothing was acknowledged, so nothing has to be salvaged.
 */
export function divergeIfPast(member: Member, held: Lsn, fork: Lsn, isUnacked: boolean): boolean {
  if (lsnValue(held) <= lsnValue(fork)) return false;
  log('past the fork', { member: member.context.member.id, held, fork, isUnacked });
  member.become({ role: 'diverged', salvaged: isUnacked });
  return true;
}

async function followAsItIs(member: Member, recorded: DatabaseRecord): Promise<void> {
  const { context } = member;
  if (recorded.writer === null) return;
  // Its own sender may still be on the way out.
  await member.stop();
  await ensureSlot(context, recorded.writer);
  await writeSynchronousStandbys(context.node, []);
  await makeStandby(context.node, upstreamOf(context, recorded.writer));
  await member.start();
  member.become({ role: 'standby', epoch: recorded.epoch, upstream: recorded.writer });
}

/** A new copy of the writer's data, over the link when it is in another region. */
export async function seedMember(
  member: Member,
  recorded: DatabaseRecord,
  bytesPerSecondMax: number | null,
): Promise<void> {
  const { context } = member;
  const writerId = recorded.writer;
  if (writerId === null) throw new Error('nobody writes: there is nothing to seed from');
  await member.kill();
  const startedAt = context.now();
  const stream = await openBackup(member, writerId, bytesPerSecondMax);
  const { bytes } = await receiveBackup(stream, {
    installation: context.node.installation,
    dataFolder: context.node.dataFolder,
    // A diverged member comes here only after its salvage; an absent one has nothing.
    replace: true,
  });
  await writeConfiguration(context.node);
  await writeSynchronousStandbys(context.node, []);
  await makeStandby(context.node, upstreamOf(context, writerId));
  await member.start();
  member.become({ role: 'standby', epoch: recorded.epoch, upstream: writerId, salvaged: false });
  log('seeded', {
    member: context.member.id,
    from: writerId,
    bytes,
    ms: context.now() - startedAt,
  });
}

async function openBackup(member: Member, writerId: string, bytesPerSecondMax: number | null) {
  const { context } = member;
  const writer = memberLayout(context, writerId);
  const port = portFrom(
    context.layout,
    context.member.region,
    writer.region,
    zoneOf(context.layout, writer.zone).agentPort,
  );
  const query = new URLSearchParams({ slot: slotName(context.member.id) });
  if (bytesPerSecondMax !== null) query.set('rate', String(bytesPerSecondMax));
  const path = `/database/${context.database.component}/backup?${query}`;
  for (let attempt = 1; ; attempt += 1) {
    const response = await request(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${context.controlToken}` },
      headersTimeout: 10_000,
      bodyTimeout: 30_000,
    }).catch((error: unknown) => String(error));
    if (typeof response !== 'string' && response.statusCode === 200) return response.body;
    const why = typeof response === 'string' ? response : await response.body.text();
    // At `lab up` the writer is being made in this very moment.
    if (attempt === 200) throw new Error(`${writerId} gives no seed: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs * 2));
  }
}

/** A running standby turns to the new writer by itself, once the record tells where it forked. */
async function followsWriter(member: Member): Promise<boolean> {
  const { context } = member;
  const until = context.now() + catchUpMs;
  while (context.now() < until && member.state().role === 'standby') {
    const record = await context.view.refresh();
    if (record !== null) {
      const { writer, epoch } = databaseRecordOf(context, record);
      const state = member.state();
      if (state.upstream === writer && state.epoch === epoch) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return false;
}

async function replaysFreshLsn(member: Member, writerId: string): Promise<string | null> {
  const { context } = member;
  const writer = memberLayout(context, writerId);
  const answer = await context
    .agent(writer.zone)
    .call<{ lsn: string }>('POST', `/database/${context.database.component}/lsn`, {}, 3_000);
  if (answer.kind !== 'answered') return `${writerId} told no LSN: ${answer.why}`;
  const isPast = await awaitReplay(member.admin(), answer.body.lsn, catchUpMs);
  return isPast ? null : `it did not replay ${answer.body.lsn} of ${writerId} in ${catchUpMs} ms`;
}

async function isInSync(member: Member): Promise<boolean> {
  const { context } = member;
  const until = context.now() + inSyncMs;
  while (context.now() < until) {
    const record: ClusterRecord | null = await context.view.refresh();
    const inSync = record === null ? [] : databaseRecordOf(context, record).inSync;
    if (inSync.includes(context.member.id)) return true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return false;
}
