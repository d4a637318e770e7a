import type { ControlClient } from '../control/client.ts';
import type { ClusterRecord } from '../witness/record.ts';

/** What the witness recorded, as this agent last heard it. */
export interface ClusterView {
  record(): ClusterRecord | null;
  /** Asks now instead of at the next turn; null when the witness can't be reached. */
  refresh(): Promise<ClusterRecord | null>;
  /** After each answer, changed or not. */
  onRecord(listener: (record: ClusterRecord) => void): void;
  stop(): void;
}

/**
 * A standby learns of a new writer within this, ms; nothing on the way to the first write waits.
 */
const pollMs = 200;
const answerTimeoutMs = 1_000;

export function createClusterView(witness: ControlClient): ClusterView {
  let current: ClusterRecord | null = null;
  let running = true;
  let timer: NodeJS.Timeout | undefined;
  const listeners: ((record: ClusterRecord) => void)[] = [];

  const refresh = async (): Promise<ClusterRecord | null> => {
    const answer = await witness.call<ClusterRecord>('GET', '/record', undefined, answerTimeoutMs);
    if (answer.kind !== 'answered') return null;
    current = answer.body;
    for (const listener of listeners) listener(answer.body);
    return answer.body;
  };
  const turn = async (): Promise<void> => {
    await refresh();
    if (running) timer = setTimeout(() => void turn(), pollMs);
  };
  void turn();
  return {
    record: () => current,
    refresh,
    onRecord: (listener) => listeners.push(listener),
    stop: () => {
      running = false;
      clearTimeout(timer);
    },
  };
}
