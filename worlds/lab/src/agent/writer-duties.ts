import { log } from '../control/environment.ts';
import { writeHeartbeat } from '../postgres/markers.ts';
import type { Member } from './member.ts';
import { careForStandby } from './standby-care.ts';

export interface WriterDuties {
  stop(): void;
}

/** How often the writer looks after its standby, ms: a quarter of what a silent one is allowed. */
const lookMs = 100;

/**
 * What the writer of an epoch does besides serving: a heartbeat, from which standbys know their
 * lag, and the care of the in-sync set.
 */
export function startWriterDuties(member: Member, epoch: number): WriterDuties {
  const { context } = member;
  let stopped = false;

  const beat = async (): Promise<void> => {
    while (!stopped) {
      const startedAt = context.now();
      try {
        await writeHeartbeat(member.admin(), startedAt);
      } catch {
        // PostgreSQL restarts or stops: the next beat tries again, nothing depends on one of them.
      }
      await pause(context.layout.timing.heartbeatMs - (context.now() - startedAt));
    }
  };

  const care = async (): Promise<void> => {
    const look = careForStandby(member, epoch);
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
