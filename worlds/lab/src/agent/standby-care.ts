import { log } from '../control/environment.ts';
import {
  type ConnectedStandby,
  replicationState,
  setSynchronousStandbys,
} from '../postgres/replication.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { Member } from './member.ts';
import { databaseRecordOf } from './member-context.ts';

/** A standby that streams is in sync within this, or it is looked at again first, ms. */
const joinMsMax = 1_000;

/**
 * The care of a writer's synchronous standby, look by look. The witness records that it is out
 * *before* the writer stops waiting for it, and that it is in only *after* commits wait for it.
 */
export function careForStandby(member: Member, epoch: number): () => Promise<void> {
  const { context } = member;
  const { id: writer, region } = context.member;
  /** When the standby last said that it has more on disk than before, or all there is. */
  let heardMs = context.now();
  let flushedLsn: string | null = null;
  let synchronous = false;
  /** Commits may wait for it, from the moment when that is asked for; an agent before this too. */
  let mayBeWaitedFor = true;
  /** Of the in-sync set, as this look found it. */
  let revision = 0;
  const partner =
    context.database.members.find((each) => each.region === region && each.id !== writer) ?? null;

  async function record(inSync: readonly string[]): Promise<boolean> {
    const body = { component: context.database.component, epoch, writer, inSync, revision };
    const answer = await context.witness.call<ClusterRecord>(
      'POST',
      '/record/in-sync',
      body,
      1_000,
    );
    // One that was believed lost has arrived: the next look goes on from what it has changed.
    if (answer.kind === 'refused') await context.view.refresh();
    return answer.kind === 'answered';
  }

  /** Heartbeats make log all the time, and don't wait for it: a standby that lives gets further. */
  function heed(row: ConnectedStandby): void {
    if (row.flushLsn === flushedLsn) return;
    flushedLsn = row.flushLsn;
    heardMs = context.now();
  }

  async function letGo(standby: string, silentMs: number): Promise<void> {
    if (!(await record([writer]))) return;
    log('standby is out of sync', { standby, silentMs });
    await setSynchronousStandbys(context.node, member.admin(), []);
    synchronous = false;
    mayBeWaitedFor = false;
    await context.view.refresh();
  }

  async function takeIn(standby: string): Promise<void> {
    mayBeWaitedFor = true;
    // Commits may not wait for it yet, or it may lack some of them: the next look tries again, and
    // sees too whether it is still there.
    const joins = setSynchronousStandbys(context.node, member.admin(), [standby], joinMsMax);
    if (!(await joins)) return;
    synchronous = true;
    if (await record([writer, standby])) {
      log('standby is in sync', { standby });
      await context.view.refresh();
    }
  }

  return async () => {
    const known = context.view.record();
    if (partner === null || known === null) return;
    const recorded = databaseRecordOf(context, known);
    if (recorded.epoch !== epoch || recorded.writer !== writer) return;
    revision = recorded.revision;
    const isRecorded = recorded.inSync.includes(partner.id);
    // Throws while PostgreSQL itself is down: then the standby is not what commits wait for.
    const rows = await replicationState(member.admin());
    const row = rows.find((each) => each.name === partner.id);
    const isStreaming = row !== undefined && row.state === 'streaming';
    if (isStreaming) heed(row);
    const silentMs = context.now() - heardMs;
    if (silentMs > context.layout.timing.syncStandbyTimeoutMs) {
      if (isRecorded || mayBeWaitedFor) await letGo(partner.id, silentMs);
    } else if (isStreaming && !(synchronous && isRecorded)) await takeIn(partner.id);
  };
}
