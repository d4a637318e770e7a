import { formatDuration } from '@outrigger/model';
import { type Plan, servedBy } from '@outrigger/recovery';
import {
  clientGroups,
  constantOf,
  givenUpMs,
  isFenceUnproven,
  type Judged,
  type OutputDistribution,
  type PathStep,
  type Sensitivity,
  type SimulationResult,
  type StoreLossDistribution,
  type Struck,
} from '@outrigger/sim';
import { columns, hang, together, width, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { lasted } from './cut-off.ts';
import { histogramText, percentOf, probabilityOf } from './histogram-text.ts';
import { durationWords, rtoWords, titleOf } from './names.ts';

/** One thing that a run waited for, and for how long. */
export interface Waited {
  readonly name: string;
  readonly ms: number;
}

export interface Told {
  readonly plan: Plan;
  readonly result: SimulationResult;
  /** As many as were asked for; fewer were made when it was interrupted. */
  readonly runsAsked: number;
  /** The file of somebody's own durations; null where there is none. */
  readonly timingsFrom: string | null;
  /** Shows the worst run again. */
  readonly replay: string;
  /** What the worst run waited for, longest first. */
  readonly worst: readonly Waited[];
}

/** A result as a person reads it, at most 80 columns wide but for the command to copy. */
export function resultText(told: Told, style: Style): string {
  const { plan, result } = told;
  const lines = [
    ...wrap(titleOf(plan), columns).map(style.strong),
    ...header(told, style),
    ...befellLines(result, style),
    '',
    ...distributions(result, style),
    '',
    style.strong(`How long ${rtoWords(result.rto.of, result.clients.length > 0)}`),
    ...histogramText(result),
    '',
    ...clientLines(result, style),
    ...pathLines(result, style),
    '',
    ...sensitivityLines(result, style),
    ...worstLines(told, style),
  ];
  return `${lines.join('\n')}\n`;
}

function header({ plan, result, runsAsked, timingsFrom }: Told, style: Style): string[] {
  const { befell, runs, seed, world, method } = result;
  const asked = runsAsked === runs ? '' : ` of ${count(runsAsked)}, interrupted`;
  const where = befell === null ? '' : ', in the simulated world';
  const how = method === 'engine' ? `; through the engine${where}` : '';
  // Where the engine was asked for it is no news that the evaluator would not have done.
  const unfollowed = befell === null ? result.unfollowed : [];
  return [
    ...wrap(`${count(runs)} runs${asked}, seed ${seed}${how}`, columns),
    ...wrap(durationWords(world, timingsFrom), columns).map(style.quiet),
    ...unfollowed.flatMap(({ step, why }) =>
      hang('! ', `${step}: ${why}; the evaluator can’t follow that`, columns).map(style.warning),
    ),
    ...unprovenLines(plan, world).map(style.bad),
  ];
}

/** Who is cut off on AWS is stopped by nobody: that is waited for, and said. */
function unprovenLines(plan: Plan, world: SimulationResult['world']): string[] {
  const fences = plan.steps.filter(({ action }) => isFenceUnproven(plan, action, world));
  if (fences.length === 0) return [];
  const words =
    `${fences.map(({ id }) => id).join(', ')}: nothing proves on AWS that who is cut off has ` +
    'stopped; a person is asked whether two may write, and what it goes on to acknowledge is ' +
    'not in the RPO';
  return hang('! ', words, columns);
}

/** Of what nobody has published, nothing is told without saying so. */
function assumedOf({ assumed, figures }: Struck): string {
  if (assumed === 0) return '';
  if (assumed === figures) return figures === 1 ? '; its figure is assumed' : '; all of it assumed';
  return `; ${assumed} of its ${figures} figures assumed`;
}

/** What it is to be expected to cost in a year. */
function yearLines({ perYear }: Struck, { rto }: SimulationResult, indent: string): string[] {
  if (perYear === null) return [];
  const often = perYear < 0.1 ? perYear.toPrecision(1) : perYear.toFixed(1);
  const each = formatDuration(Math.round(rto.meanMs / 1000) * 1000);
  const year = formatDuration(Math.round((perYear * rto.meanMs) / 1000) * 1000);
  const told = `${often} a year, ${each} each: up to ${year} a year not served`;
  return hang(indent, together(told), columns);
}

/** A user's own figure that does not count is told, before it is believed to. */
function insteadLines({ insteadOf, runs }: Struck, indent: string): string[] {
  if (insteadOf.length === 0 || runs === 0) return [];
  return hang(indent, `your own ${insteadOf.join(', ')} does not count: it has others`, columns);
}

/** It may strike the plan that takes the place of one that it can't. */
function isIdle({ applies, runs }: Struck): boolean {
  return !applies && runs === 0;
}

/** What was asked for and cannot happen to such a plan, or is another's part by now. */
function idleLines(disturbances: readonly Struck[]): string[] {
  const idle = disturbances.filter(isIdle).map(({ name }) => name);
  return [
    ...(idle.length === 0 ? [] : hang('    not in this plan  ', idle.join(', '), columns)),
    ...disturbances.flatMap(({ applies, name, standsIn }) =>
      applies && standsIn !== null
        ? hang('         not counted  ', `${name}: ${standsIn} has its own`, columns)
        : [],
    ),
  ];
}

/** What is not all down is not all unserved either. */
function failingLines({ failingShare }: NonNullable<SimulationResult['befell']>): string[] {
  if (failingShare === null) return [];
  const share = percentOf(failingShare);
  const told = `${share} of all requests fail until clients are served, at the mean`;
  return hang(' '.repeat(18), told, columns);
}

function befellLines(result: SimulationResult, style: Style): string[] {
  const { befell, runs } = result;
  if (befell === null) return [];
  const often = (part: number) => percentOf(part / runs);
  const ends = [
    [befell.helped, 'a person had to say that a failed step is tried again'],
    [befell.wentBack, 'the move was undone, and the old side writes'],
    [befell.plannedAnew, 'it was planned anew; what more that loses is not in the RPO below'],
    [befell.givenUp, `it was given up after ${formatDuration(givenUpMs)}`],
  ] as const;
  return [
    ...befell.disturbances.flatMap((each) => {
      if (isIdle(each) || each.standsIn !== null) return [];
      const label = `${often(each.runs).padStart(8)} of runs  `;
      const text = `${each.name}: ${each.about}${assumedOf(each)}`;
      return [
        ...hang(label, text, columns).map(style.warning),
        ...each.because
          .flatMap((why) => hang(' '.repeat(label.length), why, columns))
          .map(style.warning),
        ...insteadLines(each, ' '.repeat(label.length)).map(style.bad),
        ...yearLines(each, result, ' '.repeat(label.length)).map(style.warning),
      ];
    }),
    ...idleLines(befell.disturbances).map(style.quiet),
    ...failingLines(befell).map(style.warning),
    ...ends.flatMap(([part, what]) =>
      part === 0 ? [] : hang(`${often(part).padStart(8)} of runs  `, what, columns).map(style.bad),
    ),
  ];
}

export function count(runs: number): string {
  return runs.toLocaleString('en-GB');
}

const labelColumns = 28;
const figureColumns = 13;

function distributions(result: SimulationResult, style: Style): string[] {
  const head = ['p50', 'p90', 'p99', 'longest'].map((name) => name.padStart(figureColumns));
  const { rto, rpo, objectives } = result;
  const judgedRto = objectives.find(({ objective }) => objective === 'rto');
  return [
    style.quiet(''.padEnd(labelColumns) + head.join('')),
    figures('RTO', rto, style),
    ...verdict(judgedRto, result, style),
    ...capacityLines(result, style),
    ...rpo.flatMap((each) => storeLines(each, result, style)),
  ];
}

function figures(
  label: string,
  distribution: OutputDistribution,
  style: Style,
  written: (ms: number) => string = lasted,
): string {
  const { p50Ms, p90Ms, p99Ms, maxMs } = distribution;
  const durations = [p50Ms, p90Ms, p99Ms, maxMs].map((ms) => written(ms).padStart(figureColumns));
  return style.strong(cut(label, labelColumns).padEnd(labelColumns)) + durations.join('');
}

/** Served is not served by all: what is there at first may be a small part of it. */
function capacityLines({ capacity }: SimulationResult, style: Style): string[] {
  if (capacity === null || capacity.share === 1) return [];
  return [
    figures('Full capacity', capacity.full, style),
    ...hang('  ', servedBy(capacity), columns).map(style.warning),
  ];
}

/** Clients behind a name come one after another, long after it leads to who serves. */
function clientLines({ clients }: SimulationResult, style: Style): string[] {
  if (clients.length === 0) return [];
  const head = ['p50', 'p90', 'p99'].map((name) => name.padStart(figureColumns)).join('');
  const groups = clientGroups.map(({ share, who }) => `${percentOf(constantOf(share))} ${who}`);
  return [
    style.strong('When clients behind the name are served'),
    style.quiet(''.padEnd(labelColumns) + head),
    ...clients.map(({ share, p50Ms, p90Ms, p99Ms }) => {
      const durations = [p50Ms, p90Ms, p99Ms].map((ms) =>
        formatDuration(ms).padStart(figureColumns),
      );
      return (
        `  ${Number((share * 100).toFixed(1))} % of them`.padEnd(labelColumns) + durations.join('')
      );
    }),
    ...wrap(together(`Assumed of them: ${groups.join(', ')}.`), columns).map(style.quiet),
    ...wrap(together(leftOut()), columns).map(style.warning),
    '',
  ];
}

/** Who never asks again by themselves would make every RTO as long as nobody restarts them. */
function leftOut(): string {
  const kept = clientGroups.filter(({ isInRto }) => !isInRto);
  const who = kept.map(({ share, who }) => `${percentOf(constantOf(share))} ${who}`).join(', ');
  return `Not in the RTO, nor held against the objective: the ${who}.`;
}

function storeLines(
  { store, loses, why, lag, distribution }: StoreLossDistribution,
  result: SimulationResult,
  style: Style,
): string[] {
  const label = `RPO ${store}`;
  const judged = result.objectives.find((each) => each.store === store);
  if (distribution === null) {
    const what = { nothing: 'nothing is lost', lag: '', unknown: 'not known', all: 'everything' }[
      loses
    ];
    const lines = hang(cut(label, labelColumns).padEnd(labelColumns), `${what}: ${why}`, columns);
    return loses === 'nothing' ? lines : lines.map((line) => style.warning(line));
  }
  const source = lag === null ? '' : basisAndSource(lag);
  return [
    figures(label, distribution, style, formatDuration),
    ...verdict(judged, result, style),
    ...hang('  lag ', source, columns).map(style.quiet),
  ];
}

/** "measured in 14 drills" says by itself how it is known. */
function basisAndSource({ basis, source }: NonNullable<StoreLossDistribution['lag']>): string {
  return source.startsWith(basis) ? source : `${basis}: ${source}`;
}

function verdict(judged: Judged | undefined, { world }: SimulationResult, style: Style): string[] {
  if (judged === undefined) {
    const why =
      world === 'lab' ? 'not judged: these durations are the lab’s' : 'no objective is set';
    return [style.quiet(`  ${why}`)];
  }
  const { limitMs, share, low, high } = judged;
  const limit = limitMs === 0 ? 'nothing' : formatDuration(limitMs);
  const interval = `95 %: ${probabilityOf(low)} to ${probabilityOf(high)}`;
  const text = `  objective ${limit}: met with ${probabilityOf(share)} (${interval})`;
  return [share >= 0.99 ? style.good(text) : share >= 0.9 ? style.warning(text) : style.bad(text)];
}

const stepColumns = 21;
/** What is less than this of the middle and of the tail is told in one line, together. */
const pathShareMin = 0.005;

function pathLines({ path, pathRuns, runs }: SimulationResult, style: Style): string[] {
  const shown = path.steps.filter(
    ({ typical, tail }) => typical.share >= pathShareMin || tail.share >= pathShareMin,
  );
  const rest = path.steps.filter((step) => !shown.includes(step) && step.tail.ms > 0);
  const of = pathRuns === runs ? '' : `, of the first ${count(pathRuns)} runs`;
  const parts = `${'of the p50'.padStart(20)}${'of the p99'.padStart(20)}`;
  const head = `  ${'step'.padEnd(stepColumns)}${parts}${'in runs'.padStart(8)}`;
  const assumed = [path.typical.assumedShare, path.tail.assumedShare].map(percentOf);
  return [
    style.strong(`Critical path${of}`),
    style.quiet(head),
    ...shown.map((step) => pathLine(step, style)),
    ...(rest.length > 0 ? [style.quiet(`  and ${rest.length} more, of less than 0.5 %`)] : []),
    '',
    ...wrap(
      `Assumed durations make ${assumed[0]} of the p50 and ${assumed[1]} of the p99.`,
      columns,
    ),
  ];
}

function pathLine({ step, basis, onPath, typical, tail }: PathStep, style: Style): string {
  const part = ({ ms, share }: PathStep['tail']) =>
    `${formatDuration(ms).padStart(12)}${percentOf(share).padStart(8)}`;
  const often = percentOf(onPath).padStart(8);
  const name = cutName(step, stepColumns).padEnd(stepColumns);
  return `  ${name}${part(typical)}${part(tail)}${often} ${style.quiet(basisWord[basis])}`;
}

const basisWord = { measured: 'measured', documented: 'by docs', assumed: 'assumed' } as const;

function sensitivityLines(
  { sensitivity, sensitivityRuns, runs }: SimulationResult,
  style: Style,
): string[] {
  const [first] = sensitivity;
  if (first === undefined) return [];
  const before = lasted(first.beforeMs);
  const of = sensitivityRuns === runs ? '' : `, of the first ${count(sensitivityRuns)} runs,`;
  const head = `  ${'step'.padEnd(28)}${'its p50'.padStart(12)}`;
  const told = new Set<string>();
  return [
    style.strong(`What to fix first: the p99 of ${before}${of} would be`),
    style.quiet(`${head}${'always that'.padStart(17)}${'twice as fast'.padStart(17)}`),
    ...sensitivity.flatMap((each) => {
      const { mend } = each;
      const isNew = mend !== null && !told.has(mend.words);
      if (mend !== null) told.add(mend.words);
      const line = sensitivityLine(each);
      return isNew ? [line, ...mendLines(mend).map(style.quiet)] : [line];
    }),
    '',
  ];
}

/** "nodes that run there already: p99 16 min 49 s → 12 min 1 s" */
function mendLines({ words, p99 }: NonNullable<Sensitivity['mend']>): string[] {
  const worth = p99 === null ? '' : `: p99 ${lasted(p99.beforeMs)} → ${lasted(p99.afterMs)}`;
  return hang('    ', together(`${words}${worth}`), columns);
}

function sensitivityLine({ step, medianMs, always, halved }: Sensitivity): string {
  const after = (p99: typeof halved) => (p99 === null ? '-' : lasted(p99.afterMs)).padStart(17);
  const name = cutName(step, 28).padEnd(28);
  const median = formatDuration(medianMs).padStart(12);
  return `  ${name}${median}${after(always)}${after(halved)}`;
}

const worstShown = 3;

function worstLines({ result, replay, worst }: Told, style: Style): string[] {
  const { rto, seed } = result;
  const parts = worst.slice(0, worstShown).map(({ name, ms }) => `${name} ${formatDuration(ms)}`);
  const waited = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const run = `run ${rto.maxRun} of seed ${seed}, ${lasted(rto.maxMs)}${waited}`;
  const words = `Worst: ${run}. Its transcript:`;
  return [...wrap(together(words), columns), ...commandLines(replay).map(style.command)];
}

/** A command that is too long goes on after a backslash, so that it can still be copied. */
export function commandLines(command: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of command.split(/ (?=--)/)) {
    if (width(`${line} ${word}`) > columns - 2 && line.trim() !== '') {
      lines.push(`${line} \\`);
      line = '   ';
    }
    line = `${line} ${word}`;
  }
  return [...lines, line];
}

/** What happened to a step stays readable: `pictures-s… held up`. */
function cutName(name: string, most: number): string {
  const at = name.indexOf(' ');
  const what = at < 0 ? '' : name.slice(at);
  return `${cut(at < 0 ? name : name.slice(0, at), most - width(what))}${what}`;
}

function cut(text: string, most: number): string {
  return width(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
}
