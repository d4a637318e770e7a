import { log } from '../control/environment.ts';
import { type AdminClient, openAdmin, socketPath } from '../postgres/client.ts';
import {
  killPostgres,
  type RunningPostgres,
  startPostgres,
  stopPostgres,
} from '../postgres/server.ts';
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
  /** What only the writer does: heartbeats and the care of its synchronous standby. */
  beginDuties(epoch: number): void;
  endDuties(): void;
}

/** PostgreSQL that crashed is started again after this, ms, doubled each time up to the second. */
const restartMs = 50;
const restartMsMax = 2_000;

export async function createMember(context: MemberContext): Promise<Member> {
  let state = loadMemberState(context.stateFile);
  let running: RunningPostgres | null = null;
  let admin: AdminClient | null = null;
  let duties: WriterDuties | null = null;
  let wantedDown = true;
  /** False while what a restarted writer holds may be less safe than what was acked. */
  let isSettled = true;

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
    socketPath: () => (running === null || wantedDown ? null : socketPath(context.node)),
    gate,
  });

  const watchExit = (started: RunningPostgres, backoffMs: number): void => {
    void started.exited.then(() => {
      if (running !== started) return;
      running = null;
      context.onProcess(null);
      closeAdmin();
      if (wantedDown) return;
      log('postgres ended by itself', { member: context.member.id, restartMs: backoffMs });
      setTimeout(() => {
        if (!wantedDown && running === null) void restart(Math.min(backoffMs * 2, restartMsMax));
      }, backoffMs);
    });
  };
  const restart = async (backoffMs: number): Promise<void> => {
    try {
      await startOnce(backoffMs);
    } catch (error) {
      log('postgres did not start', { member: context.member.id, error: String(error) });
      setTimeout(() => {
        if (!wantedDown && running === null) void restart(Math.min(backoffMs * 2, restartMsMax));
      }, backoffMs);
    }
  };
  const startOnce = async (backoffMs: number): Promise<void> => {
    const started = await startPostgres(context.node);
    running = started;
    context.onProcess({ pid: started.pid, startTime: started.startTime });
    watchExit(started, backoffMs);
    if (state.role === 'writer') void settle(started);
  };
  const settle = async (started: RunningPostgres): Promise<void> => {
    isSettled = false;
    const { region, id } = context.member;
    const isWanted = (): boolean => running === started && state.role === 'writer';
    const row = { epoch: state.epoch, region, member: id };
    if (!(await settleWriter(context.node, row, isWanted))) return;
    isSettled = true;
    proxy.release();
  };
  const closeAdmin = (): void => {
    admin?.close();
    admin = null;
  };

  const member: Member = {
    context,
    lease,
    proxy,
    state: () => state,
    become,
    running: () => running,
    admin: () => {
      admin ??= openAdmin(context.node);
      return admin;
    },
    async start() {
      wantedDown = false;
      if (running === null) await startOnce(restartMs);
    },
    async stop() {
      wantedDown = true;
      member.endDuties();
      closeAdmin();
      if (running !== null) await stopPostgres(running, 'fast');
    },
    async kill() {
      wantedDown = true;
      member.endDuties();
      closeAdmin();
      if (running !== null) await killPostgres(running);
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
