import { readFileSync } from 'node:fs';
import {
  type JournalRecord,
  journaledTimes,
  type MeasuredTime,
  type Timings,
} from '@outrigger/recovery';
import {
  type DrillReport,
  lowerRate,
  measuredTimes,
  originMs,
  parseReport,
} from '@outrigger/report';
import { type DrilledTimes, durationMsMax } from '@outrigger/sim';

export type World = 'aws' | 'lab';

/** What each world's timings are now: a report is read for what they time. */
export type Bases = { readonly [world in World]: Timings };

/** A drill's times, and in which world it was: null where only a journal tells of it. */
export interface ReadDrill extends DrilledTimes {
  readonly world: World | null;
  /** The run whose journal it is; null: the report of the whole drill. */
  readonly run: string | null;
  /** The files that tell of it; a run of the state folder's by its name. */
  readonly files: readonly string[];
}

/** What is wrong with a file, and its mend. */
export interface Unreadable {
  readonly wrong: string;
  readonly mend: string;
}

export type Read =
  | { readonly drill: Omit<ReadDrill, 'files'>; readonly unreadable?: undefined }
  | { readonly drill?: undefined; readonly unreadable: Unreadable };

const leaveOut = 'leave it out, or drill once more';
const whole = 'name the whole file: one that is still being written has no end yet';

/** A `report.json`, or a journal: what `runs show --json` prints, or one record a line. */
export function readDrillFile(file: string, bases: Bases): Read {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return unreadable('the file cannot be read', 'name a report.json, or a journal');
  }
  if (text.trim() === '') return unreadable('the file is empty', leaveOut);
  const parsed = parseJson(text);
  if ('value' in parsed) return readValue(parsed.value, bases);
  const lines = text.trimEnd().split('\n');
  // A journal of one record a line: its first line is JSON by itself.
  const isLines = lines.length > 1 && 'value' in parseJson(lines[0] ?? '');
  if (!isLines) {
    if (parsed.isCut) return unreadable('it ends in the middle: it was cut off', whole);
    return unreadable('it is not JSON', 'name a report.json, or a journal');
  }
  const records: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    const record = parseJson(line);
    if ('value' in record) records.push(record.value);
    else {
      const isLast = index === lines.length - 1;
      const wrong = isLast ? `line ${index + 1} ends in the middle: it was cut off` : null;
      return unreadable(wrong ?? `line ${index + 1} is not JSON`, isLast ? whole : leaveOut);
    }
  }
  return readJournal(records);
}

function readValue(value: unknown, bases: Bases): Read {
  if (Array.isArray(value)) return readJournal(value);
  if (!isObject(value)) return unreadable('it is no report and no journal', leaveOut);
  if (Array.isArray(value.records)) return readJournal(value.records);
  if ('event' in value) return readJournal([value]);
  return readReport(value, bases);
}

const reportVersion = 1;

function readReport(value: { readonly [field: string]: unknown }, bases: Bases): Read {
  if (!('phases' in value)) return unreadable('it is no report and no journal', leaveOut);
  const { schemaVersion } = value;
  if (schemaVersion !== reportVersion) {
    const wrote = schemaVersion === undefined ? 'of no version' : `of version ${schemaVersion}`;
    return unreadable(`it is a report ${wrote}; this reads ${reportVersion}`, leaveOut);
  }
  const parsed = parseReport(value);
  if (!parsed.ok) {
    const [first = '', ...more] = parsed.problems;
    const others = more.length === 0 ? '' : `; and ${more.length} more`;
    return unreadable(`it is no whole report: ${first}${others}`, leaveOut);
  }
  const { world, run, platform, startedAt } = parsed.report;
  if (world === 'sim') return unreadable('it is of a simulation, which measures nothing', leaveOut);
  const slower = lowerRate(parsed.report);
  if (slower !== null) {
    const { sent, usual } = slower;
    const wrong = `its clients sent ${sent} requests a second, not the default of ${usual}`;
    return unreadable(wrong, 'leave it out, or drill without --rate');
  }
  const times = measuredTimes(parsed.report, bases[world]);
  const impossible = impossibleStep(parsed.report) ?? impossibleTime(times);
  if (impossible !== null) return unreadable(impossible, leaveOut);
  const day = startedAt.slice(0, 10);
  return { drill: { drill: run, platform, day, world, run: null, times } };
}

/** A step is over before it began, or is not over when its drill is. */
function impossibleStep({ phases, totalMs }: DrillReport): string | null {
  for (const phase of phases) {
    for (const { id, startMs, endMs } of phase.steps) {
      const step = `${id} in ${phase.name}`;
      if (endMs < startMs) return `${step} ends at ${endMs} ms, before it starts: ${startMs} ms`;
      if (endMs + originMs(phase) > totalMs) return `${step} ends after its drill: ${endMs} ms`;
    }
  }
  return null;
}

function impossibleTime(times: readonly MeasuredTime[]): string | null {
  const wrong = times.find(({ ms }) => !(ms >= 0 && ms <= durationMsMax));
  return wrong === undefined ? null : `${wrong.kind} ${wrong.verb} can't take ${wrong.ms} ms`;
}

function readJournal(records: readonly unknown[]): Read {
  const wrongAt = records.findIndex((record) => !isRecord(record));
  if (wrongAt >= 0) {
    return unreadable(`record ${wrongAt} is no record of a journal`, leaveOut);
  }
  return readRecords(records.filter(isRecord));
}

/** One run, from its journal. */
export function readRecords(records: readonly JournalRecord[]): Read {
  const [first] = records;
  if (first === undefined) return unreadable('the journal has no records', leaveOut);
  const read = journaledTimes(records);
  if (read.times === undefined) return unreadable(read.refused, leaveOut);
  const { times } = read;
  const impossible = impossibleTime(times);
  if (impossible !== null) return unreadable(impossible, leaveOut);
  const { plan } = first.event;
  const platform = isObject(plan) ? String(plan.platform) : '';
  // A drill numbers its runs.
  const { run } = first;
  const drill = run.replace(/-\d{1,2}$/, '');
  const day = first.time.slice(0, 10);
  return { drill: { drill, platform, day, world: null, run, times } };
}

function unreadable(wrong: string, mend: string): { readonly unreadable: Unreadable } {
  return { unreadable: { wrong, mend } };
}

function parseJson(
  text: string,
): { readonly value: unknown } | { readonly value?: never; readonly isCut: boolean } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = Number(/at position (\d+)/.exec(said)?.[1] ?? -1);
    return { isCut: /Unexpected end|Unterminated/.test(said) || at >= text.trimEnd().length };
  }
}

function isRecord(value: unknown): value is JournalRecord {
  return (
    isObject(value) &&
    typeof value.run === 'string' &&
    typeof value.sequence === 'number' &&
    typeof value.time === 'string' &&
    typeof value.monotonicMs === 'number' &&
    isObject(value.event) &&
    typeof value.event.type === 'string'
  );
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
