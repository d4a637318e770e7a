import { type DrillReport, type Phase, verdict } from '@outrigger/report';

type Measured = Phase['measured'];

/** Of what was measured, ms. A loss that nobody noticed has no detection: `of` counts the rest. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly of: number;
}

/** What repeated drills came to. Ms, unless a name says otherwise. */
export interface LabFigures {
  readonly runs: { readonly asked: number; readonly measured: number };
  readonly regionLoss: {
    readonly writeOutageMs: Spread | null;
    readonly detectionMs: Spread | null;
    readonly afterDetectionMs: Spread | null;
    readonly readOutageMs: Spread | null;
    readonly rtoMs: Spread | null;
    readonly rpoMs: Spread | null;
    readonly ackedLost: number;
    readonly dualWriterMs: number;
  };
  /** The way there and the way back. */
  readonly switchover: {
    readonly stallMs: Spread | null;
    readonly clientErrors: number;
    readonly ackedLost: number;
    readonly dualWriterMs: number;
  };
  /** Every rule that was broken and every figure that was not reached, in sentences. */
  readonly missed: readonly string[];
}

/** Figures to reach; those of waits grow with the links between controller, regions and clients. */
export const limits = {
  writeOutageMs: 1_000,
  afterDetectionMs: 100,
  stallMs: 100,
  rpoMs: 250,
} as const;

/** Ms that the links add to a figure: round trips that it cannot do without. */
export interface LinkWaits {
  /** Three from the controller to a region. */
  readonly afterDetectionMs: number;
  /** Two between the regions. */
  readonly stallMs: number;
}

export function phase(report: DrillReport, name: string): Measured | null {
  return report.phases.find((each) => each.name === name)?.measured ?? null;
}

export function plannedMoves(report: DrillReport): readonly Measured[] {
  return ['switchover', 'switchback'].flatMap((name) => phase(report, name) ?? []);
}

/** `reports` are those of the drills that wrote one. */
export function summarise(
  reports: readonly DrillReport[],
  asked: number,
  waits: LinkWaits,
): LabFigures {
  const losses = reports.flatMap((report) => phase(report, 'region-loss') ?? []);
  const moves = reports.flatMap(plannedMoves);
  const figures = {
    runs: { asked, measured: reports.length },
    regionLoss: {
      writeOutageMs: spread(losses.map((each) => each.writeOutageMs)),
      detectionMs: spread(losses.map((each) => each.detectionMs)),
      afterDetectionMs: spread(losses.map((each) => each.afterDetectionMs)),
      readOutageMs: spread(losses.map((each) => each.readOutageMs)),
      rtoMs: spread(losses.map((each) => each.rtoMs)),
      rpoMs: spread(losses.map((each) => each.rpoMs)),
      ackedLost: sum(losses.map((each) => each.ackedLost)),
      dualWriterMs: Math.max(0, ...losses.map((each) => each.dualWriterMs)),
    },
    switchover: {
      stallMs: spread(moves.map((each) => each.writeOutageMs)),
      clientErrors: sum(moves.map((each) => each.clientErrors)),
      ackedLost: sum(moves.map((each) => each.ackedLost)),
      dualWriterMs: Math.max(0, ...moves.map((each) => each.dualWriterMs)),
    },
  };
  return { ...figures, missed: missedBy(figures, reports, waits) };
}

function missedBy(
  { runs, regionLoss, switchover }: Omit<LabFigures, 'missed'>,
  reports: readonly DrillReport[],
  waits: LinkWaits,
): readonly string[] {
  const over = (what: string, value: number | undefined, limitMs: number): string[] =>
    value === undefined || value <= limitMs
      ? []
      : [`${what}: ${Math.round(value)} ms, over ${limitMs} ms`];
  const none = runs.measured - (regionLoss.afterDetectionMs?.of ?? 0);
  return [
    ...(runs.measured === runs.asked
      ? []
      : [`${runs.asked - runs.measured} of ${runs.asked} drills left no report`]),
    ...reports.flatMap((report) => brokenRules(report)),
    ...(none === 0 ? [] : [`${none} of ${runs.measured} losses were not noticed and recovered`]),
    ...over('write outage, median', regionLoss.writeOutageMs?.median, limits.writeOutageMs),
    ...over(
      'after detection, median',
      regionLoss.afterDetectionMs?.median,
      limits.afterDetectionMs + waits.afterDetectionMs,
    ),
    ...over('RPO, worst', regionLoss.rpoMs?.max, limits.rpoMs),
    ...over('write stall, median', switchover.stallMs?.median, limits.stallMs + waits.stallMs),
  ];
}

/** What a drill's report itself says was broken: two writers, failed requests, lost writes, … */
function brokenRules(report: DrillReport): readonly string[] {
  const { kind, word, reasons } = verdict(report);
  if (kind === 'met') return [];
  return (reasons.length === 0 ? [word] : reasons).map((reason) => `${report.run}: ${reason}`);
}

function spread(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((left, right) => left - right);
  const [min] = sorted;
  const max = sorted.at(-1);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (min === undefined || max === undefined || low === undefined || high === undefined)
    return null;
  return { min, median: (low + high) / 2, max, of: sorted.length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
