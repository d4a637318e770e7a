import { log } from '../control/environment.ts';
import { awaitShutdownCheckpoint } from '../postgres/control-file.ts';
import { writeEpoch } from '../postgres/markers.ts';
import { newestFork, type Promotion, promote } from '../postgres/promote.ts';
import { awaitReplay, isStreaming, writeSynchronousStandbys } from '../postgres/replication.ts';
import { unmakeStandby } from '../postgres/standby.ts';
import type { Member } from './member.ts';

/**
 * The witness and one voter are a link away; a lease that takes longer than this has no majority.
 */
const leaseWaitMs = 3_000;
/** The rest of the old writer's log crosses one link; longer than this it is not coming. */
const replayWaitMs = 1_500;
const witnessTimeoutMs = 2_000;

export interface PromotionRequest {
  readonly epoch: number;
  /**
   * A planned handover: replay has to be past this before the promotion; null: promote as it is.
   */
  readonly replayTarget: string | null;
}

/**
 * Makes this member the writer of an epoch. The votes were claimed for it before. It acks nothing
 * before it holds the lease, the witness has recorded it, and its own epoch row is committed.
 */
export async function promoteMember(
  member: Member,
  request: PromotionRequest,
): Promise<string | null> {
  const { role, epoch } = member.state();
  if (role === 'writer' && epoch === request.epoch) return null;
  if (role === 'writer' && epoch < request.epoch) return adoptEpoch(member, request.epoch);
  if (role === 'stopped' && request.replayTarget === null) return takeBack(member, request.epoch);
  // Another has written since it stopped: it would come back without what that one acked.
  if (role === 'stopped') return 'it has to follow before it takes over: it was stopped';
  if (role !== 'standby' && role !== 'promoting')
    return `a member that is ${role} can't be promoted`;
  if (member.running() === null) return 'PostgreSQL is not running';
  // The votes were claimed for it: it takes them while the rest of the log is on its way.
  const lease = member.lease.hold(request.epoch, leaseWaitMs);
  if (request.replayTarget !== null) {
    const isComplete = await awaitReplay(member.admin(), request.replayTarget, replayWaitMs);
    if (!isComplete) {
      member.lease.abandon();
      return `replay did not reach ${request.replayTarget} in ${replayWaitMs} ms`;
    }
    if (member.lease.epoch() !== request.epoch) return 'its lease was given up meanwhile';
  }
  // Between here and the lease its answers are held: what it accepts is not acked.
  member.become({ role: 'promoting', epoch: request.epoch, upstream: null });
  const [hasLease, promotion, isRecorded] = await Promise.all([
    lease,
    promote(member.admin()),
    record(member, request.epoch, null),
  ]);
  if (promotion === false) return 'PostgreSQL did not end its recovery';
  if (!hasLease) return 'no majority for the lease';
  if (!isRecorded) return 'the witness did not record the new writer';
  const why = await open(member, request.epoch);
  if (why === null) void recordFork(member, request.epoch, promotion);
  return why;
}

/** For those who come back and have to know whether they diverged; no client waits for it. */
async function recordFork(member: Member, epoch: number, promotion: Promotion): Promise<void> {
  try {
    const { lsn } = await newestFork(member.admin());
    await record(member, epoch, { lsn, oldestXid: promotion.oldestActiveTransactionId });
    await member.context.view.refresh();
  } catch (error) {
    // The writer went away at once; who follows it records a fork of its own.
    log('fork not recorded', { member: member.context.member.id, error: String(error) });
  }
}

async function open(member: Member, epoch: number): Promise<string | null> {
  const { region, id } = member.context.member;
  await writeEpoch(member.admin(), { epoch, region, member: id });
  // Fenced in the meantime, it stays so: it has acked nothing under this epoch.
  const { role } = member.state();
  if (role !== 'promoting' && role !== 'writer') return `it became ${role} before it could write`;
  member.become({ role: 'writer', epoch, upstream: null, salvaged: false });
  member.beginDuties(epoch);
  return null;
}

/** A writer that stays where it is takes the platform's new epoch. */
async function adoptEpoch(member: Member, epoch: number): Promise<string | null> {
  return (await holdRecorded(member, epoch)) ?? open(member, epoch);
}

/** Both that a writer needs which has all the log there is; else why it has not. */
async function holdRecorded(member: Member, epoch: number): Promise<string | null> {
  const [hasLease, isRecorded] = await Promise.all([
    member.lease.hold(epoch, leaseWaitMs),
    record(member, epoch, null),
  ]);
  if (!hasLease) return 'no majority for the lease';
  return isRecorded ? null : 'the witness did not record the writer';
}

/**
 * The way back of a handover: the old writer, cleanly stopped, starts again under a newer epoch.
 */
async function takeBack(member: Member, epoch: number): Promise<string | null> {
  await member.stop();
  await unmakeStandby(member.context.node);
  await writeSynchronousStandbys(member.context.node, []);
  // Stopped until it has both: what fails can be repeated.
  const why = await holdRecorded(member, epoch);
  if (why !== null) {
    member.lease.abandon();
    return why;
  }
  const before = member.state();
  member.become({ role: 'promoting', epoch });
  try {
    await member.start();
  } catch (error) {
    member.lease.abandon();
    await member.stop();
    member.become(before);
    throw error;
  }
  return open(member, epoch);
}

async function record(
  member: Member,
  epoch: number,
  fork: { readonly lsn: string; readonly oldestXid: string } | null,
): Promise<boolean> {
  const { context } = member;
  const answer = await context.witness.call(
    'POST',
    '/record/writer',
    {
      component: context.database.component,
      epoch,
      writer: context.member.id,
      region: context.member.region,
      fork,
    },
    witnessTimeoutMs,
  );
  if (answer.kind !== 'answered')
    log('not recorded', { member: context.member.id, why: answer.why });
  return answer.kind === 'answered';
}

/**
 * The old writer's part of a planned handover: a clean stop, once the next one is at its heels: it
 * could not get the rest of the log from a server that has stopped. It answers as soon as its last
 * log record is written; the process goes on sending it to the standbys and then ends.
 */
export async function handOver(
  member: Member,
  next: string,
): Promise<{ readonly replayTarget: string; readonly heldEpoch: number } | string> {
  const { role } = member.state();
  if (role !== 'writer' && role !== 'stopped') {
    // A promotion that is still under way is over: without its lease it acks nothing.
    member.lease.abandon();
    return `a member that is ${role} hands nothing over`;
  }
  // A repeat after a stop that took long finds the server gone, and its last word on disk.
  const runs = member.running() !== null;
  if (role === 'writer' && runs && !(await isStreaming(member.admin(), next))) {
    return `${next} does not stream from ${member.context.member.id}`;
  }
  const stopped = role === 'writer' ? member.stop() : Promise.resolve();
  stopped.catch((error: unknown) => log('stop failed', { error: String(error) }));
  const checkpoint = await awaitShutdownCheckpoint(member.context.node.dataFolder);
  if (checkpoint === null) return 'PostgreSQL did not stop cleanly';
  // Every commit that it acked is in the log before the checkpoint, and no session is left.
  member.become({ role: 'stopped' });
  member.lease.abandon();
  return { replayTarget: checkpoint.replayTarget, heldEpoch: member.state().epoch };
}

/** Ends a writer that must not write any more, whatever it was doing. */
export async function fenceMember(member: Member): Promise<void> {
  const { role } = member.state();
  if (role === 'writer' || role === 'promoting') {
    member.become({ role: 'diverged', salvaged: false });
    member.lease.abandon();
  }
  await member.kill();
}
