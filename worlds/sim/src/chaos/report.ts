import { verbs } from '@outrigger/recovery';
import { faultKinds } from './faults.ts';
import type { ChaosTally } from './tally.ts';

/** Verbs that no plan of any component has yet: their rows would be empty for another reason. */
const waitingVerbs = new Set(['await', 'restore', 'rebuild', 'repoint', 'announce', 'approve']);

/** What a campaign went through, for people. */
export function report(tally: ChaosTally): string {
  const endings = Object.entries(tally.endings)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([status, count]) => `${grouped(count)} ${status}`);
  const faults = faultKinds.map((kind) => `${kind} ${grouped(tally.faults[kind] ?? 0)}`);
  return [
    `${grouped(tally.stories)} runs, ${grouped(tally.recoveries)} recoveries, ` +
      `${grouped(tally.steps)} steps sent, ${grouped(tally.records)} records`,
    `recoveries: ${endings.join(', ')}; ${grouped(tally.unplannable)} requests had no plan`,
    '',
    'Faults:',
    ...wrapped(faults),
    '',
    'How often a fault met a step of each verb; · is never:',
    '',
    ...coverageTable(tally),
  ].join('\n');
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}

function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 92) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}

/** Verbs down, faults across, the faults' names standing on their heads over their columns. */
export function coverageTable(tally: ChaosTally): readonly string[] {
  const rows = verbs.filter((verb) => !waitingVerbs.has(verb));
  const cellsOf = (verb: string) =>
    faultKinds.map((kind) => short(tally.met[`${verb} ${kind}`] ?? 0).padStart(5));
  const heads = faultKinds.map((kind, index) => `${String(index + 1).padStart(2)} ${kind}`);
  const numbers = faultKinds.map((_, index) => String(index + 1).padStart(5));
  const empty = rows.flatMap((verb) =>
    faultKinds.filter((kind) => (tally.met[`${verb} ${kind}`] ?? 0) === 0),
  ).length;
  return [
    ...wrapped(heads),
    '',
    `${''.padEnd(20)}${numbers.join('')}`,
    ...rows.map((verb) => `${verb.padEnd(20)}${cellsOf(verb).join('')}`),
    '',
    `${empty} of ${rows.length * faultKinds.length} cells are empty; no plan has the verbs ` +
      `${[...waitingVerbs].filter((verb) => verb !== 'approve').join(', ')}, and approve is asked`,
  ];
}

/** At most four characters: 12, 4.1k, 318k, 2.0M. */
function short(count: number): string {
  if (count === 0) return '·';
  if (count < 1000) return String(count);
  if (count < 9950) return `${(count / 1000).toFixed(1)}k`;
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  return `${(count / 1e6).toFixed(1)}M`;
}
