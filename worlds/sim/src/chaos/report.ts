import { type Verb, verbs } from '@outrigger/recovery';
import { type FaultKind, faultKinds, performFaults } from './faults.ts';
import type { ChaosTally } from './tally.ts';

/** What a campaign went through, for people. */
export function report(tally: ChaosTally): string {
  const { diedAfter, during, endings } = tally;
  const faults = faultKinds.map((kind) => `${kind} ${grouped(tally.faults[kind] ?? 0)}`);
  return [
    `${grouped(tally.stories)} runs, ${grouped(tally.recoveries)} recoveries, ` +
      `${grouped(tally.steps)} steps sent, ${grouped(tally.records)} records`,
    `recoveries: ${counted(endings).join(', ')}; ` +
      `${grouped(tally.unplannable)} requests had no plan`,
    '',
    'Faults:',
    ...wrapped(faults),
    '',
    'What went on when they struck:',
    ...wrapped(counted(during)),
    '',
    'The last record of controllers that died:',
    ...wrapped(counted(diedAfter)),
    '',
    'How often a fault met a step of each verb:',
    '',
    ...coverageTable(tally),
  ].join('\n');
}

function counted(counts: { readonly [name: string]: number }): readonly string[] {
  return Object.entries(counts)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, count]) => `${grouped(count)} ${name}`);
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

/** Verbs that a plan of this campaign had. An approval is in plans, but nobody sends it. */
function verbsMet({ sent }: ChaosTally): readonly Verb[] {
  return verbs.filter((verb) => verb === 'approve' || (sent[verb] ?? 0) > 0);
}

/** A person gives an approval: there is no request that could be lost. */
function isImpossible(verb: Verb, kind: FaultKind): boolean {
  return verb === 'approve' && performFaults.some((fault) => fault === kind);
}

/** Verbs down, faults across, the faults' names standing on their heads over their columns. */
export function coverageTable(tally: ChaosTally): readonly string[] {
  const rows = verbsMet(tally);
  const metBy = (verb: Verb, kind: FaultKind) => tally.met[`${verb} ${kind}`] ?? 0;
  const cellOf = (verb: Verb, kind: FaultKind) =>
    isImpossible(verb, kind) ? '–' : short(metBy(verb, kind));
  const heads = faultKinds.map((kind, index) => `${String(index + 1).padStart(2)} ${kind}`);
  const numbers = faultKinds.map((_, index) => String(index + 1).padStart(5));
  const possible = rows.flatMap((verb) =>
    faultKinds.filter((kind) => !isImpossible(verb, kind)).map((kind) => metBy(verb, kind)),
  );
  const absent = verbs.filter((verb) => !rows.includes(verb));
  return [
    ...wrapped(heads),
    '',
    `${''.padEnd(20)}${numbers.join('')}`,
    ...rows.map((verb) => {
      const cells = faultKinds.map((kind) => cellOf(verb, kind).padStart(5));
      return `${verb.padEnd(20)}${cells.join('')}`;
    }),
    '',
    `${possible.filter((met) => met === 0).length} of ${possible.length} cells are empty (·); ` +
      '– cannot be: a person gives an approval, nobody sends it',
    ...wrapped([`no plan of any component had the verbs ${absent.join(', ')}`]).map((line) =>
      line.trim(),
    ),
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
