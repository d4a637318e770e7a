import type { JournalRecord } from '@outrigger/recovery';
import { formatOffset } from '@outrigger/report';
import { noteOf } from '../drill/run-recorder.ts';
import { columns, hang } from '../layout.ts';
import type { Style } from '../style.ts';
import { paintStatus } from './list-text.ts';
import { type RunView, statusWords } from './run-view.ts';

/** A run record by record: what its journal holds, in the order in which it was decided. */
export function showText(view: RunView, records: readonly JournalRecord[], style: Style): string {
  const first = records[0]?.monotonicMs ?? 0;
  const digits = Math.max(2, String(records.length - 1).length);
  const status = paintStatus(view.status, statusWords[view.status], style);
  return [
    `${style.strong(view.run)}  ${status}`,
    ...(view.why === '' ? [] : hang('  ', view.why, columns).map(style.bad)),
    ...labelled('plan', view.what, style),
    ...labelled('steps', `${view.stepsDone} of ${view.steps} done; epoch ${view.epoch}`, style),
    ...labelled(
      'begun',
      `${view.startedAt.slice(0, 19).replace('T', ' ')} UTC, by ${view.controller}`,
      style,
    ),
    ...labelled('platform', `${view.platform}, ${view.platformDigest.slice(0, 12)}`, style),
    '',
    style.quiet(`${'#'.padStart(digits)}  ${'at'.padStart(10)}  record`),
    ...records.flatMap((record) => recordLines(record, first, digits, style)),
    '',
  ].join('\n');
}

function labelled(label: string, text: string, style: Style): string[] {
  if (text === '') return [];
  return hang(label.padEnd(10), text, columns).map(
    (line) => style.quiet(line.slice(0, 10)) + line.slice(10),
  );
}

/**
 * Times count from the first record by the machine's monotonic clock; another machine's would go
 * back, and says nothing then.
 */
function recordLines(record: JournalRecord, first: number, digits: number, style: Style): string[] {
  const sinceMs = record.monotonicMs - first;
  const at = (sinceMs < 0 ? '-' : formatOffset(sinceMs)).padStart(10);
  const head = `${String(record.sequence).padStart(digits)}  ${at}  `;
  const type = record.event.type.padEnd(10);
  const lines = hang(`${head}${type} `, wordsOf(record.event), columns);
  const paint = tones[record.event.type];
  return lines.map((line, index) => {
    if (index > 0) return line;
    const rest = line.slice(head.length + type.length);
    return style.quiet(head) + (paint === undefined ? type : style[paint](type)) + rest;
  });
}

const tones: { readonly [type: string]: 'good' | 'bad' | 'warning' } = {
  done: 'good',
  approved: 'good',
  failed: 'bad',
  denied: 'bad',
  cancelled: 'bad',
  'going-back': 'bad',
  asking: 'warning',
  lapsed: 'warning',
  retrying: 'warning',
  paused: 'warning',
  'taken-over': 'warning',
};

type Event = JournalRecord['event'];

/** What one record says, beyond its type. */
export function wordsOf(event: Event): string {
  const step = typeof event.step === 'string' ? event.step : '';
  const said = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('  ');
  switch (event.type) {
    case 'started':
      return 'the plan, the topology, the digest and the versions';
    case 'taken-over':
      return `by ${text(event.controller)}`;
    case 'ended':
      return text(event.status);
    case 'going-back':
      return text(event.why);
    case 'performing':
      return said(step, event.attempt === 1 ? '' : `attempt ${text(event.attempt)}`);
    case 'asking':
      return said(step, `${text(event.question)} ${factsText(event.facts)}`.trim());
    case 'done':
      return said(step, noteOf(step, event));
    case 'approved':
    case 'denied':
    case 'skipped':
    case 'retried':
      return said(step, `by ${text(event.who)}: ${text(event.why)}`);
    case 'paused':
    case 'resumed':
      return `by ${text(event.who)}`;
    case 'cancelled':
      return `by ${text(event.who)}: ${text(event.why)}`;
    default:
      return said(step, text(event.why));
  }
}

function text(value: Event[string] | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}

function factsText(facts: Event[string] | undefined): string {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return '';
  const told = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return told.length === 0 ? '' : `(${told.join(', ')})`;
}
