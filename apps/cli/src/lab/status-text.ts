import { formatDuration } from '@outrigger/model';
import { formatMilliseconds } from '@outrigger/report';
import { columns, hang, width, wrap } from '../layout.ts';
import type { Hints } from '../runs/end-text.ts';
import { paintStatus } from '../runs/list-text.ts';
import { statusWords } from '../runs/run-view.ts';
import type { Style } from '../style.ts';
import type { Answering, DatabaseView, FileStoreView, LabView } from './lab-view.ts';
import { standInLegend } from './stand-in.ts';

type Paint = (text: string) => string;
interface Cell {
  readonly text: string;
  readonly paint?: Paint;
}

/** The lab on a screen of 80 columns: who serves, who writes, who follows, what is broken. */
export function statusText(view: LabView, hints: Hints, style: Style): string {
  const writes =
    view.activeRegion === null
      ? style.warning('the witness does not tell who writes')
      : `${view.activeRegion} writes, epoch ${view.epoch ?? '?'}`;
  return [
    `${style.strong(view.platform)}  ${writes}`,
    `${style.command(view.url)}  ${style.quiet(view.stateFolder)}`,
    '',
    ...zoneTable(view, style),
    ...(view.standIns.length === 0 ? [] : hang('', standInLegend, columns).map(style.quiet)),
    '',
    ...databaseTable(view.databases, style),
    ...fileStoreTable(view.fileStores, style),
    '',
    ...aroundLines(view, hints, style),
    '',
  ].join('\n');
}

function zoneTable({ regions }: LabView, style: Style): string[] {
  const rows = regions.flatMap(({ name, dial, ready, zones }) =>
    zones.map((zone, index): Cell[] => [
      { text: index === 0 ? name : '', paint: style.strong },
      { text: index === 0 ? (dial === null ? '?' : `${dial} %`).padStart(5) : '' },
      index === 0 ? readyCell(ready, dial, style) : { text: '' },
      { text: zone.name },
      answerCell(zone.agent, style),
      { text: servicesText(zone.services) },
    ]),
  );
  return table(['region', ' dial', 'entry', 'zone', 'agent', 'processes'], rows, style);
}

/** A standby that isn't ready is as it should be. */
function readyCell(ready: boolean | null, dial: number | null, style: Style): Cell {
  if (ready === null) return { text: 'silent', paint: style.bad };
  if (ready) return { text: 'ready', paint: style.good };
  return { text: 'not ready', paint: (dial ?? 0) > 0 ? style.bad : style.quiet };
}

function answerCell(answering: Answering, style: Style): Cell {
  const paints = {
    answers: style.good,
    starting: style.warning,
    silent: style.bad,
    gone: style.bad,
  } as const;
  return { text: answering, paint: paints[answering] };
}

function servicesText(services: LabView['regions'][number]['zones'][number]['services']): string {
  type Shown = (typeof services)[number];
  const marked = ({ name, standIn }: Shown) => (standIn ? `${name}*` : name);
  const ready = services.filter((service) => service.ready).map(marked);
  const other = services.filter((service) => !service.ready).map(marked);
  const parts = [ready.join(', '), other.length === 0 ? '' : `not ready: ${other.join(', ')}`];
  return parts.filter((part) => part !== '').join('; ');
}

function databaseTable(databases: readonly DatabaseView[], style: Style): string[] {
  const rows = databases.flatMap(({ component, members }) =>
    members.map((member, index): Cell[] => [
      { text: index === 0 ? component : '', paint: style.strong },
      { text: member.zone },
      roleCell(member, style),
      { text: member.inSync ? 'in sync' : '' },
      { text: member.isWriter ? '' : lagText(member.lagMs) },
    ]),
  );
  return table(['database', 'zone', 'is', '', 'lag'], rows, style);
}

function roleCell(member: DatabaseView['members'][number], style: Style): Cell {
  const { role, isWriter, writable, streaming, salvaged } = member;
  if (role === null) return { text: isWriter ? 'writer, silent' : 'silent', paint: style.bad };
  if (isWriter) {
    return writable
      ? { text: 'writer', paint: style.good }
      : { text: 'writer, takes no writes', paint: style.bad };
  }
  if (role === 'standby') {
    return streaming ? { text: 'standby' } : { text: 'standby, cut off', paint: style.warning };
  }
  if (role === 'diverged') {
    return { text: salvaged ? 'diverged, salvaged' : 'diverged', paint: style.warning };
  }
  return { text: role, paint: style.quiet };
}

function fileStoreTable(fileStores: readonly FileStoreView[], style: Style): string[] {
  const rows = fileStores.flatMap(({ component, regions }) =>
    regions.map((copy, index): Cell[] => [
      { text: index === 0 ? component : '', paint: style.strong },
      { text: copy.region },
      copy.role === null ? { text: 'silent', paint: style.bad } : { text: copy.role },
      { text: copy.files === null ? '' : `${copy.files} files` },
      { text: copy.isSource ? '' : lagText(copy.lagMs) },
    ]),
  );
  const lines = table(['file store', 'region', 'is', '', 'lag'], rows, style);
  return lines.length === 0 ? [] : ['', ...lines];
}

function lagText(lagMs: number | null): string {
  return lagMs === null ? '' : formatMilliseconds(lagMs);
}

function aroundLines(view: LabView, hints: Hints, style: Style): string[] {
  const { witness, entry, faults, ended, runs } = view;
  const label = (text: string) => style.quiet(text.padEnd(9));
  const painted = (answering: Answering) => {
    const { text, paint } = answerCell(answering, style);
    return paint?.(text) ?? text;
  };
  const listed = (name: string, lines: readonly string[]) =>
    lines.map((line, index) => `${label(index === 0 ? name : '')}${line}`);
  return [
    `${label('witness')}${painted(witness)}`,
    `${label('entry')}${painted(entry)}`,
    ...(faults.length === 0
      ? listed('faults', ['none'])
      : listed(
          'faults',
          faults.flatMap(({ words, sentence, sinceMs }) => [
            style.bad(words),
            ...hang('  ', `${sentence}; ${ageText(sinceMs)} ago`, columns - 9),
          ]),
        )),
    ...listed('ended', endedLines(ended, hints, style)),
    ...listed(
      'runs',
      runs.flatMap(({ run, what, status, asking }) => [
        `${style.strong(run)}  ${paintStatus(status, statusWords[status], style)}`,
        ...wrap(
          asking.length === 0 ? what : `${what}; asks: ${asking.join(', ')}`,
          columns - 11,
        ).map((line) => `  ${line}`),
      ]),
    ),
  ];
}

/** What went by itself, and how it comes back. */
function endedLines(ended: readonly string[], hints: Hints, style: Style): string[] {
  if (ended.length === 0) return [];
  return [
    ...wrap(ended.join(', '), columns - 9).map(style.bad),
    '  no fault took this; start it again with',
    `  ${style.command(`${hints.program} lab heal${hints.state}`)}`,
  ];
}

function ageText(ms: number): string {
  return formatDuration(Math.max(1_000, Math.floor(ms / 1_000) * 1_000));
}

/** Columns as wide as what is in them; the last one wraps under itself. */
function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  style: Style,
): string[] {
  if (rows.length === 0) return [];
  const widths = heads.map((head, index) =>
    Math.max(width(head), ...rows.map((row) => width(row[index]?.text ?? ''))),
  );
  const last = heads.length - 1;
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0);
  const headLine = heads.map((head, index) => pad(head, widths[index] ?? 0)).join('  ');
  const lines = rows.flatMap((row) => {
    const cells = row.slice(0, last).map(({ text, paint }, index) => {
      const padded = pad(text, widths[index] ?? 0);
      return paint === undefined ? padded : padded.replace(text, paint(text));
    });
    const end = row[last] ?? { text: '' };
    const wrapped = wrap(end.text, columns - before);
    return wrapped.map((line, index) => {
      const lead = index === 0 ? `${cells.join('  ')}  ` : ' '.repeat(before);
      return `${lead}${end.paint?.(line) ?? line}`.trimEnd();
    });
  });
  return [style.quiet(headLine.trimEnd()), ...lines];
}

function pad(text: string, columnsWide: number): string {
  return text + ' '.repeat(Math.max(0, columnsWide - width(text)));
}
