import type { LabProcess } from '../launch.ts';
import type { ProcessIdentity } from '../processes/identity.ts';

/** What can be done to a running lab. Sites are region names or `witness`. */
export type Fault =
  | { readonly kind: 'zone-loss'; readonly zone: string }
  | { readonly kind: 'region-loss'; readonly region: string }
  /** Cut from all other sites in both directions; clients still reach it. */
  | { readonly kind: 'partition'; readonly region: string }
  | { readonly kind: 'witness-loss' }
  | {
      readonly kind: 'cut';
      readonly from: string;
      readonly to: string;
      /** Only bytes that travel from `from` to `to` are held. */
      readonly oneWay: boolean;
    }
  | {
      readonly kind: 'slow-link';
      readonly from: string;
      readonly to: string;
      readonly delayMs: number;
      /** Null: as wide as before. */
      readonly bandwidthBytesPerSecond: number | null;
    }
  /**
   * One process of a zone, killed once: its agent restarts it, so there is nothing to heal. `agent`
   * is the agent itself, which nobody restarts: what it had started runs on until it is healed.
   */
  | { readonly kind: 'process-crash'; readonly zone: string; readonly process: string }
  /** SIGSTOP to a zone, or to all of a region's zones, agents included. */
  | { readonly kind: 'frozen'; readonly zone: string }
  | { readonly kind: 'frozen'; readonly region: string };

export interface InjectReport {
  /** Monotonic ms just before the first signal or the first change of a link. */
  readonly atMs: number;
  readonly tookMs: number;
  readonly killed: readonly ProcessIdentity[];
}

/** One fault that is in force, as recorded in `<state>/faults.json` for whoever heals it. */
export interface ActiveFault {
  readonly fault: Fault;
  readonly atMs: number;
  /** What `frozen` stopped. */
  readonly frozen: readonly ProcessIdentity[];
}

/** What healing needs from the lab: how its processes are started (the lab records them itself). */
export interface HealCallbacks {
  startZone(zone: string): Promise<void>;
  startProcess(name: LabProcess): Promise<void>;
}
