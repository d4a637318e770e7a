import { log } from '../control/environment.ts';
import { type AdminClient, socketPath } from '../postgres/client.ts';
import type { RunningPostgres } from '../postgres/server.ts';
import { keepPostgres } from './kept-postgres.ts';
import { createLease, type Lease } from './lease.ts';
import type { MemberContext } from './member-context.ts';
import { loadMemberState, type MemberState, saveMemberState } from './member-state.ts';
import { type DatabaseProxy, type Gate, startProxy } from './proxy.ts';
import { settleWriter } from './settle-writer.ts';
import { startWriterDuties, type WriterDuties } from './writer-duties.ts';

/**
 * A database member: its PostgreSQL, its role, its lease and the proxy in front of it. The
 * operations of recovery (promote, hand over, rejoin, salvage) are in modules of their own and
 * change it through this interface only.
 */
export interface Member {
  readonly context: MemberContext;
  readonly lease: Lease;
  readonly proxy: DatabaseProxy;
  state(): MemberState;
  /** On disk before it is in force; what may no longer pass is ended at once. */
  become(state: Partial<MemberState>): void;
  running(): RunningPostgres | null;
  admin(): AdminClient;
  /** Starts PostgreSQL as its data folder says (primary or standby); restarts it after a crash. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends the whole tree: it can acknowledge nothing any more. */
  kill(): Promise<void>;
  /** Stops it for good: whatever is still under way in this agent starts it no more. */
  close(): Promise<void>;
  /** What only the writer does: heartbeats and the care of its synchronous standby. */
  beginDuties(epoch: number): void;
  endDuties(): void;
}

export async function createMember(context: MemberContext): Promise<Member> {
  let state = loadMemberState(context.stateFile);
  let duties: WriterDuties | null = null;
  /** False while what a restarted writer holds may be less safe than what was acked. */
  let isSettled = true;
  const postgres = keepPostgres(context, (started) => {
    if (state.role === 'writer') void settle(started);
  });

  const become = (change: Partial<MemberState>): void => {
    const before = state.role;
    state = { ...state, ...change };
    saveMemberState(context.stateFile, state);
    if (before !== state.role) log('role', { member: context.member.id, ...state });
    if (state.role !== 'writer') isSettled = true;
    if (gate() === 'destroy') proxy.disconnect();
    if (gate() === 'pass') proxy.release();
  };
  const gate = (): Gate => {
    switch (state.role) {
      case 'writer':
        return isSettled && lease.valid() ? 'pass' : 'hold';
      case 'promoting':
        return 'hold';
      case 'standby':
        return 'pass';
      default:
        return 'destroy';
    }
  };
  const lease = createLease({
    component: context.database.component,
    holder: context.member.id,
    voters: context.voters,
    timing: context.layout.timing,
    now: context.now,
    onRenewed: () => proxy.release(),
    onSuperseded: (epoch) => {
      if (state.role !== 'writer' && state.role !== 'promoting') return;
      log('superseded', { member: context.member.id, by: epoch });
      become({ role: 'diverged', salvaged: false });
      void member.kill();
    },
  });
  const proxy = await startProxy({
    port: context.member.proxyPort,
    // One that stops takes no new session: each would cost a process to be told so.
    socketPath: () => (postgres.isWanted() ? socketPath(context.node) : null),
    gate,
  });

  const settle = async (started: RunningPostgres): Promise<void> => {
    isSettled = false;
    const { region, id } = context.member;
    const isWanted = (): boolean => postgres.running() === started && state.role === 'writer';
    const row = { epoch: state.epoch, region, member: id };
    if (!(await settleWriter(context.node, row, isWanted))) return;
    isSettled = true;
    proxy.release();
  };

  const member: Member = {
    context,
    lease,
    proxy,
    state: () => state,
    become,
    running: postgres.running,
    admin: postgres.admin,
    start: postgres.start,
    async stop() {
      member.endDuties();
      await postgres.stop();
    },
    async kill() {
      member.endDuties();
      await postgres.kill();
    },
    async close() {
      member.endDuties();
      await postgres.close();
    },
    beginDuties: (epoch) => {
      duties?.stop();
      duties = startWriterDuties(member, epoch);
    },
    endDuties: () => {
      duties?.stop();
      duties = null;
    },
  };
  return member;
}
