import { log } from '../control/environment.ts';
import { writeHeartbeat } from '../postgres/markers.ts';
import { replicationState, setSynchronousStandbys } from '../postgres/replication.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { Member } from './member.ts';
import { databaseRecordOf } from './member-context.ts';

export interface WriterDuties {
  stop(): void;
}

/** How often the writer looks after its standby, ms: a quarter of what a silent one is allowed. */
const lookMs = 100;
/** A standby that streams is in sync within this, or it is looked at again first, ms. */
const joinMsMax = 1_000;

/**
 * What the writer of an epoch does besides serving: a heartbeat, from which standbys know their
 * lag, and the care of the in-sync set. The witness records that a standby is out *before* the
 * writer stops waiting for it, and that it is in only *after* commits wait for it.
 */
export function startWriterDuties(member: Member, epoch: number): WriterDuties {
  const { context } = member;
  const { timing } = context.layout;
  let stopped = false;
  /** When the standby last said that it has more on disk than before, or all there is. */
  let heardMs = context.now();
  let flushedLsn: string | null = null;
  let synchronous: string | null = null;
  /** Commits may wait for it, from the moment when that is asked for; an agent before this too. */
  let mayBeWaitedFor = true;

  const partner =
    context.database.members.find(
      (each) => each.region === context.member.region && each.id !== context.member.id,
    ) ?? null;

  const beat = async (): Promise<void> => {
    while (!stopped) {
      const startedAt = context.now();
      try {
        await writeHeartbeat(member.admin(), startedAt);
      } catch {
        // PostgreSQL restarts or stops: the next beat tries again, nothing depends on one of them.
      }
      await pause(timing.heartbeatMs - (context.now() - startedAt));
    }
  };

  const record = async (inSync: readonly string[]): Promise<boolean> => {
    const answer = await context.witness.call<ClusterRecord>(
      'POST',
      '/record/in-sync',
      { component: context.database.component, epoch, writer: context.member.id, inSync },
      1_000,
    );
    return answer.kind === 'answered';
  };

  const look = async (): Promise<void> => {
    if (partner === null) return;
    const known = context.view.record();
    if (known === null) return;
    const recorded = databaseRecordOf(context, known);
    if (recorded.epoch !== epoch || recorded.writer !== context.member.id) return;
    const isRecorded = recorded.inSync.includes(partner.id);
    // Throws while PostgreSQL itself is down: then the standby is not what commits wait for.
    const rows = await replicationState(member.admin());
    const row = rows.find((each) => each.name === partner.id);
    const isStreaming = row !== undefined && row.state === 'streaming';
    // Heartbeats make log all the time, and don't wait for it: a standby that lives gets further.
    if (isStreaming && row.flushLsn !== flushedLsn) {
      flushedLsn = row.flushLsn;
      heardMs = context.now();
    }
    const silentMs = context.now() - heardMs;
    if (silentMs > timing.syncStandbyTimeoutMs) {
      if (!isRecorded && !mayBeWaitedFor) return;
      if (!(await record([context.member.id]))) return;
      log('standby is out of sync', { standby: partner.id, silentMs });
      await setSynchronousStandbys(member.context.node, member.admin(), []);
      synchronous = null;
      mayBeWaitedFor = false;
      await context.view.refresh();
      return;
    }
    if (!isStreaming || (synchronous !== null && isRecorded)) return;
    mayBeWaitedFor = true;
    // Commits may not wait for it yet, or it may lack some of them: the next look tries again, and
    // sees too whether it is still there.
    const { node } = member.context;
    if (!(await setSynchronousStandbys(node, member.admin(), [partner.id], joinMsMax))) return;
    synchronous = partner.id;
    if (await record([context.member.id, partner.id])) {
      log('standby is in sync', { standby: partner.id });
      await context.view.refresh();
    }
  };

  const care = async (): Promise<void> => {
    while (!stopped) {
      try {
        await look();
      } catch (error) {
        if (!stopped) log('care of the standby', { error: String(error) });
      }
      await pause(lookMs);
    }
  };
  void beat();
  void care();
  return {
    stop: () => {
      stopped = true;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(1, ms)));
}
