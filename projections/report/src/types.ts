/**
 * What a drill measured: the contract of `report.json`. All times are ms; `…Ms` inside a phase are
 * relative to the drill's start unless said otherwise. Lab figures only: nothing of AWS is mixed
 * in.
 */
export interface DrillReport {
  readonly schemaVersion: 1;
  readonly run: string;
  readonly platform: string;
  readonly world: 'lab' | 'sim' | 'aws';
  readonly seed: number;
  /** ISO 8601, for people. */
  readonly startedAt: string;
  readonly totalMs: number;
  readonly peakMemoryBytes: number;
  readonly phases: readonly Phase[];
  readonly audit: Audit;
  readonly invariants: readonly InvariantResult[];
  readonly worst: readonly WorstMoment[];
  readonly environment: Environment;
  readonly timeline: Timeline;
  /** One sentence, as `headline(report).title` says it; for readers of the JSON. */
  readonly headline?: string;
  /** Outrigger's own version: "0.1.0". */
  readonly version?: string;
  /** Set when a person stopped the drill (Ctrl-C) or it could not go on: the phases are partial. */
  readonly stopped?: {
    readonly phase: string;
    readonly atMs: number;
    readonly why: string;
  } | null;
  /** What the same plan is predicted to take on AWS: a prediction, never beside lab figures. */
  readonly aws?: AwsPrediction | null;
}

export interface AwsPrediction {
  /** The phase whose plan it is: `region-loss`. */
  readonly phase: string;
  readonly rtoMs: number;
  readonly p90Ms: number | null;
  readonly objectiveMs: number | null;
  /** What takes most of it, in words: "the RDS promotion". */
  readonly mostly: string | null;
  /** Every phase that ran a plan, in their order. */
  readonly phases?: readonly AwsPhase[];
  /** Where the durations come from. Nothing of it was measured by the drill. */
  readonly sources?: readonly AwsSource[];
}

export interface AwsPhase {
  readonly phase: string;
  /** Of a planned move: how long writes pause. */
  readonly rtoMs: number;
  readonly p90Ms: number;
  readonly objectiveMs: number | null;
  readonly mostly: string | null;
  /** Of the time on the critical path, 0 to 1, what no document says. */
  readonly assumedShare: number;
}

export interface AwsSource {
  readonly basis: 'measured' | 'documented' | 'assumed';
  readonly source: string;
  /** The steps whose durations rest on it. */
  readonly steps: readonly string[];
}

export interface Phase {
  /**
   * `steady`, `zone-loss`, `heal-zone`, `region-loss`, `failback`, `switchover`, `switchback`, …
   */
  readonly name: string;
  /** In words: "us-east-1a killed, with the writer". */
  readonly what: string;
  readonly fault: string | null;
  readonly intent: 'failover' | 'switchover' | 'failback' | null;
  /** Where writes went; `from` is null where they stayed in their region. Absent: nothing ran. */
  readonly moved?: { readonly from: string | null; readonly to: string };
  /**
   * Set where what was broken should stop nobody: one link, or the witness. Then no request may
   * fail, no write may be lost and no recovery may begin.
   */
  readonly harmless?: boolean;
  /** Relative to the drill's start. */
  readonly startMs: number;
  readonly endMs: number;
  readonly faultAtMs: number | null;
  readonly healedAtMs: number | null;
  readonly objective: { readonly rtoMs: number | null; readonly rpoMs: number | null };
  /** As the drill's journal has it from before the fault; of a planned move the pause of writes. */
  readonly predicted: {
    readonly rtoMs: number | null;
    readonly p10Ms: number | null;
    readonly p90Ms: number | null;
    /** When the journal had it, from the drill's start: before the fault, or before the move. */
    readonly journaledAtMs?: number | null;
    /** Whose durations it rests on: "measured in 10 drills of eks-failover, 2026-11-21". */
    readonly source?: string;
  };
  readonly measured: Measured;
  readonly steps: readonly StepTiming[];
  /** null for the baseline. */
  readonly met: boolean | null;
  readonly lostWrites: readonly LostWrite[];
  /**
   * References between stores that dangle: an order whose picture is gone. `from` is the order's
   * key, `to` says what is gone: `file <sha256>`, or `picture <sha256>` when its row is too.
   */
  readonly dangling: readonly { readonly from: string; readonly to: string }[];
  /**
   * Whether every lost write was found in what `salvage` kept. Null: nothing was lost, or no
   * salvage has looked yet, since the drill ended before what was lost was healed and came back.
   */
  readonly salvaged: boolean | null;
  /** The run's journal ids in this phase. */
  readonly runs: readonly string[];
  /** Of the machine's processors, in use in this phase by whomever, 0 to 1. Null: not known. */
  readonly busyShare?: number | null;
}

export interface Measured {
  /** Fault → verdict; null when nothing had to be detected. */
  readonly detectionMs: number | null;
  /**
   * Fault → first write accepted, as clients saw it; for a planned move the longest gap (stall).
   */
  readonly writeOutageMs: number;
  readonly afterDetectionMs: number | null;
  readonly readOutageMs: number;
  /** Fault → every client served again (no failure after it, for writes and reads). */
  readonly rtoMs: number;
  readonly rpoMs: number;
  /**
   * False: writes or reads were not accepted again before the phase ended; outages are lower
   * bounds.
   */
  readonly recovered?: boolean;
  /**
   * Lost data by store: rows of the databases, files of the file store (an upload's row may survive
   * it).
   */
  readonly rpoByStore?: { readonly rows: number; readonly files: number };
  readonly clientErrors: number;
  /** The same by what the client was told, the most frequent first. Absent in older reports. */
  readonly failures?: readonly Failures[];
  readonly sentWrites: number;
  readonly ackedWrites: number;
  readonly ackedLost: number;
  readonly duplicated: number;
  readonly dualWriterMs: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

export interface Failures {
  /** HTTP status; null: no answer came. */
  readonly status: number | null;
  readonly count: number;
  /** When the first and the last of them were due, from the drill's start. */
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface StepTiming {
  readonly id: string;
  /** Relative to the fault (or to the start of a planned phase). */
  readonly startMs: number;
  readonly endMs: number;
  readonly expectedMs: number | null;
  readonly outcome: 'done' | 'failed' | 'skipped' | 'cancelled' | 'unknown';
  readonly critical: boolean;
  readonly background: boolean;
  readonly note: string;
  /** What was done to what: the names under which a world's timings are kept. */
  readonly verb?: string;
  readonly kind?: string;
  /** Of a step that was approved; reports that are older than this don't tell. */
  readonly approval?: Approval;
}

/** Who let a step go on that may lose data. */
export interface Approval {
  /** `policy`: the platform had said so before, for a lag as small as this. */
  readonly by: 'policy' | 'person';
  /** How far the copy was behind when it was approved; null: it was not measured, or not asked. */
  readonly lagMs: number | null;
}

export interface LostWrite {
  readonly id: string;
  readonly key: string;
  readonly client: string;
  readonly beforeFaultMs: number;
  /** Null: no salvage has looked yet. */
  readonly salvaged: boolean | null;
  /** Absent in reports that don't tell. */
  readonly reason?: LossReason;
}

/**
 * Why an acknowledged write counts as lost: its row is gone, its row says something else than the
 * client wrote, (uploads) the row is there and the file is not, or nobody could look any more.
 */
export type LossReason = 'row' | 'altered' | 'file' | 'unseen';

export interface Audit {
  readonly sent: number;
  readonly acked: number;
  readonly found: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly refused: number;
  readonly refusedPresent: number;
  readonly unknown: number;
  readonly unknownPresent: number;
  /** Keys of what `duplicated` counts, one for each copy too many. Absent in older reports. */
  readonly duplicatedWrites?: readonly string[];
  /** Keys of what `outOfOrder` counts. */
  readonly outOfOrderWrites?: readonly string[];
  /** Keys of what `refusedPresent` counts. */
  readonly refusedPresentWrites?: readonly string[];
  /** Keys of what `unknownPresent` counts. */
  readonly unknownPresentWrites?: readonly string[];
}

export interface InvariantResult {
  readonly name: string;
  readonly title: string;
  readonly held: boolean;
  /** "7 of 7", "0 ms". */
  readonly figure: string;
  readonly detail: string;
  /** How often there was something to judge; 0: it says nothing. Absent in reports before it. */
  readonly asked?: number;
}

export interface WorstMoment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly title: string;
  readonly why: string;
}

export interface Environment {
  readonly world: string;
  readonly database: string;
  readonly link: string;
  readonly load: string;
  readonly machine: string;
  readonly versions: string;
  readonly plan: string;
  readonly folded: readonly string[];
  readonly standIns: readonly string[];
  readonly measurementErrorMs: number;
  /** Commands that a person can paste, with a comment each. */
  readonly reproduce: readonly { readonly comment: string; readonly command: string }[];
  /** The lab's clocks and delays, for the sentences that say what would help. */
  readonly settings?: Settings;
}

export interface Settings {
  readonly probeIntervalMs?: number;
  readonly probeThreshold?: number;
  readonly leaseMs?: number;
  /** Between the regions, each way. */
  readonly linkOneWayMs?: number;
  readonly writesPerSecond?: number;
  readonly readsPerSecond?: number;
  /** What clients send together unless they are told otherwise. */
  readonly requestsPerSecondDefault?: number;
}

/** The pictures' data. Bins are `binMs` wide from the drill's start. */
export interface Timeline {
  readonly binMs: number;
  readonly answered: readonly number[];
  readonly failed: readonly number[];
  /**
   * Per bin: p50, p99, max of answered requests' latency from the intended start; null when none.
   */
  readonly latency: readonly (readonly [number, number, number] | null)[];
  readonly writers: readonly {
    readonly member: string;
    readonly zone: string;
    readonly epoch: number;
    readonly fromMs: number;
    readonly toMs: number;
  }[];
  readonly recoveries: readonly {
    readonly label: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly background: boolean;
  }[];
  /** For the lens: every request near a fault, relative to the drill's start. */
  readonly lenses: readonly {
    readonly phase: string;
    readonly fromMs: number;
    readonly toMs: number;
    /** [due at ms, latency ms, operation, answered]; operation: 0 read, 1 write, 2 upload. */
    readonly requests: readonly (readonly [number, number, 0 | 1 | 2, 0 | 1])[];
  }[];
}

/** One client request in the log of the load generator: one JSON array a line, in this order. */
export interface RequestRecord {
  /** Intended start, ms since the load's start. Latency counts from here. */
  readonly dueMs: number;
  readonly endMs: number;
  readonly operation: 'read' | 'write' | 'upload';
  readonly client: string;
  /** Number of this client's request; orders of one client are numbered without a gap. */
  readonly number: number;
  /** Idempotency key of a write or an upload. */
  readonly key: string | null;
  /**
   * refused: told no, certainly not written. unknown: no answer came (time-out, reset, 5xx after
   * send).
   */
  readonly outcome: 'acked' | 'refused' | 'unknown';
  readonly status: number | null;
  readonly epoch: number | null;
  readonly region: string | null;
  /** sha256 of the picture an order or an upload refers to. */
  readonly picture: string | null;
}

/** One write of a direct client on a database proxy: it looks for a second writer. */
export interface DirectAck {
  readonly member: string;
  readonly epoch: number;
  readonly atMs: number;
}
