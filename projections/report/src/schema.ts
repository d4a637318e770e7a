/**
 * The schema of `report.json`, from which `report.schema.json` is made. It asks for what the types
 * ask for and lets more fields through: a report of a later minor version can still be read.
 */
import { z } from 'zod';
import type { DrillReport } from './types.ts';

const milliseconds = z.number();
const duration = z.number().min(0);
const count = z.number().int().min(0);

const latency = z
  .object({ p50: duration, p99: duration, max: duration })
  .describe('From the intended start, ms.');

const measured = z.object({
  detectionMs: duration
    .nullable()
    .describe('Fault to verdict; null when nothing was to be detected.'),
  writeOutageMs: duration.describe('Fault to first write accepted; of a planned move the pause.'),
  afterDetectionMs: duration.nullable(),
  readOutageMs: duration,
  rtoMs: duration.describe('Fault to every client served again.'),
  rpoMs: duration.describe('0 when no acked write was lost.'),
  recovered: z.boolean().exactOptional().describe('False: the outages are lower bounds.'),
  rpoByStore: z.object({ rows: milliseconds, files: milliseconds }).exactOptional(),
  clientErrors: count,
  failures: z
    .array(
      z.object({
        status: z.number().int().nullable().describe('HTTP; null: no answer came.'),
        count,
        firstMs: milliseconds.describe("Due, from the drill's start."),
        lastMs: milliseconds,
      }),
    )
    .exactOptional()
    .describe('What clientErrors counts, by what the client was told.'),
  sentWrites: count,
  ackedWrites: count,
  ackedLost: count,
  duplicated: count,
  dualWriterMs: duration,
  latencyMs: latency,
});

const step = z.object({
  id: z.string(),
  startMs: milliseconds.describe('From the fault, or from the start of a planned phase.'),
  endMs: milliseconds,
  expectedMs: duration.nullable(),
  outcome: z.enum(['done', 'failed', 'skipped', 'cancelled', 'unknown']),
  critical: z.boolean(),
  background: z.boolean(),
  note: z.string(),
  verb: z.string().exactOptional(),
  kind: z.string().exactOptional(),
  approval: z
    .object({
      by: z.enum(['policy', 'person']),
      lagMs: duration.nullable().describe('How far the copy was behind; null: not measured.'),
    })
    .exactOptional(),
});

const lostWrite = z.object({
  id: z.string(),
  key: z.string(),
  client: z.string(),
  beforeFaultMs: milliseconds,
  salvaged: z.boolean().nullable().describe('null: no salvage has looked yet.'),
  reason: z.enum(['row', 'altered', 'file', 'unseen']).exactOptional(),
});

const phase = z.object({
  name: z.string().min(1),
  what: z.string(),
  fault: z.string().nullable(),
  intent: z.enum(['failover', 'switchover', 'failback']).nullable(),
  moved: z.object({ from: z.string().nullable(), to: z.string() }).exactOptional(),
  harmless: z
    .boolean()
    .exactOptional()
    .describe('True: it should stop nobody, so none may fail and no recovery may begin.'),
  startMs: milliseconds.describe("From the drill's start."),
  endMs: milliseconds,
  faultAtMs: milliseconds.nullable(),
  healedAtMs: milliseconds.nullable(),
  objective: z.object({ rtoMs: duration.nullable(), rpoMs: duration.nullable() }),
  predicted: z
    .object({
      rtoMs: duration.nullable(),
      p10Ms: duration.nullable(),
      p90Ms: duration.nullable(),
      journaledAtMs: milliseconds.nullable().exactOptional(),
      source: z.string().exactOptional(),
    })
    .describe("As the drill's journal has it from before the fault."),
  measured,
  steps: z.array(step),
  met: z
    .boolean()
    .nullable()
    .describe('null for the baseline. With an RPO of 0, false when one acked write was lost.'),
  lostWrites: z.array(lostWrite),
  dangling: z.array(z.object({ from: z.string(), to: z.string() })),
  salvaged: z
    .boolean()
    .nullable()
    .describe('null: nothing was lost, or no salvage has looked yet.'),
  runs: z.array(z.string()),
  busyShare: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .exactOptional()
    .describe("Of the machine's processors, in use in this phase, by whomever. null: not known."),
});

const audit = z.object({
  sent: count,
  acked: count,
  found: count,
  lost: count,
  duplicated: count,
  outOfOrder: count,
  refused: count,
  refusedPresent: count,
  unknown: count,
  unknownPresent: count,
  duplicatedWrites: z.array(z.string()).exactOptional().describe('Keys, one for each extra copy.'),
  outOfOrderWrites: z.array(z.string()).exactOptional().describe('Keys.'),
  refusedPresentWrites: z.array(z.string()).exactOptional().describe('Keys.'),
  unknownPresentWrites: z.array(z.string()).exactOptional().describe('Keys.'),
});

const invariant = z.object({
  name: z.string().min(1),
  title: z.string(),
  held: z.boolean(),
  figure: z.string(),
  detail: z.string(),
  asked: count.exactOptional().describe('How often there was something to judge.'),
});

const worst = z.object({
  fromMs: milliseconds,
  toMs: milliseconds,
  title: z.string(),
  why: z.string(),
});

const settings = z.object({
  probeIntervalMs: duration.exactOptional(),
  probeThreshold: count.exactOptional(),
  leaseMs: duration.exactOptional(),
  linkOneWayMs: duration.exactOptional(),
  writesPerSecond: duration.exactOptional(),
  readsPerSecond: duration.exactOptional(),
  requestsPerSecondDefault: duration
    .exactOptional()
    .describe('What clients send together unless they are told otherwise.'),
});

const environment = z.object({
  world: z.string(),
  database: z.string(),
  link: z.string(),
  load: z.string(),
  machine: z.string(),
  versions: z.string(),
  plan: z.string(),
  folded: z.array(z.string()),
  standIns: z.array(z.string()),
  measurementErrorMs: duration,
  reproduce: z.array(z.object({ comment: z.string(), command: z.string() })),
  settings: settings.exactOptional(),
});

const timeline = z.object({
  binMs: z.number().positive(),
  answered: z.array(count).describe("Requests per bin from the drill's start, by due time."),
  failed: z.array(count),
  latency: z.array(z.tuple([duration, duration, duration]).nullable()).describe('p50, p99, max.'),
  writers: z.array(
    z.object({
      member: z.string(),
      zone: z.string(),
      epoch: z.number().int(),
      fromMs: milliseconds,
      toMs: milliseconds,
    }),
  ),
  recoveries: z.array(
    z.object({
      label: z.string(),
      fromMs: milliseconds,
      toMs: milliseconds,
      background: z.boolean(),
    }),
  ),
  lenses: z.array(
    z.object({
      phase: z.string(),
      fromMs: milliseconds,
      toMs: milliseconds,
      requests: z
        .array(
          z.tuple([
            milliseconds,
            milliseconds,
            z.union([z.literal(0), z.literal(1), z.literal(2)]),
            z.union([z.literal(0), z.literal(1)]),
          ]),
        )
        .describe('Due at ms, latency ms, operation (0 read, 1 write, 2 upload), answered.'),
    }),
  ),
});

const awsPhase = z.object({
  phase: z.string(),
  rtoMs: duration,
  p90Ms: duration,
  objectiveMs: duration.nullable(),
  mostly: z.string().nullable(),
  assumedShare: z.number().min(0).max(1),
});

const awsSource = z.object({
  basis: z.enum(['measured', 'documented', 'assumed']),
  source: z.string(),
  steps: z.array(z.string()),
});

export const reportSchema = z
  .object({
    schemaVersion: z.literal(1),
    run: z.string(),
    platform: z.string(),
    world: z.enum(['lab', 'sim', 'aws']),
    seed: z.number(),
    startedAt: z.string(),
    totalMs: duration,
    peakMemoryBytes: z.number().min(0),
    phases: z.array(phase),
    audit,
    invariants: z.array(invariant),
    worst: z.array(worst),
    environment,
    timeline,
    headline: z.string().exactOptional(),
    version: z.string().exactOptional(),
    stopped: z
      .object({ phase: z.string(), atMs: milliseconds, why: z.string() })
      .nullable()
      .exactOptional(),
    aws: z
      .object({
        phase: z.string(),
        rtoMs: duration,
        p90Ms: duration.nullable(),
        objectiveMs: duration.nullable(),
        mostly: z.string().nullable(),
        phases: z.array(awsPhase).exactOptional(),
        sources: z.array(awsSource).exactOptional(),
      })
      .nullable()
      .exactOptional(),
  })
  .describe('What a drill of Outrigger measured. Times are ms.');

export type ParsedReport =
  | { readonly ok: true; readonly report: DrillReport }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads what `report.json` holds. Problems name the path: "phases.2.measured.rtoMs: …". */
export function parseReport(value: unknown): ParsedReport {
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) {
    return { ok: true, report: parsed.data };
  }
  return {
    ok: false,
    problems: parsed.error.issues.map(
      (issue) => `${issue.path.length === 0 ? 'report' : issue.path.join('.')}: ${issue.message}`,
    ),
  };
}

/** The committed `report.schema.json`. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'Outrigger drill report', ...schema }, null, 2)}\n`;
}
