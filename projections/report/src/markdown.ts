import { formatDuration } from '@outrigger/model';
import { isJudged } from './facts.ts';
import { formatCount, formatMeasured } from './format.ts';
import { headline } from './headline.ts';
import type { DrillReport, Phase } from './types.ts';
import { phaseVerdict, verdict } from './verdict.ts';
import { invariantWords, lowerRateWords, phaseTitle } from './words.ts';
import { worstLine } from './worst.ts';

/** A short summary for a pull request: the verdict, a row per phase, the audit, what was worst. */
export function renderMarkdown(report: DrillReport): string {
  const words = headline(report);
  const judged = verdict(report);
  const { audit, invariants } = report;
  const phases = report.phases.filter(isJudged);
  const rate = lowerRateWords(report);
  return [
    `### ${judged.sign} ${plain(words.title)}`,
    '',
    `${plain(words.context)} **${plain(words.outcome)}** ${plain(words.damage)}`,
    '',
    ...(judged.reasons.length === 0
      ? []
      : [...judged.reasons.map((reason) => `- ✗ ${plain(reason)}`), '']),
    '| Phase | RTO objective | predicted | measured | RPO measured | failed | acked, lost | ' +
      'two writers | |',
    '|---|--:|--:|--:|--:|--:|--:|--:|---|',
    ...phases.map(row),
    '',
    `${formatCount(audit.acked)} acked = ${formatCount(audit.found)} found + ` +
      `${formatCount(audit.lost)} lost; ` +
      `${formatCount(audit.duplicated)} duplicated; ${formatCount(audit.unknown)} unknown, ` +
      `${formatCount(audit.unknownPresent)} of them present. ` +
      `Invariants: ${invariantWords(invariants)}. Worst: ${plain(worstLine(report))}.`,
    '',
    (report.world === 'aws'
      ? 'On AWS, '
      : `In the ${report.world === 'sim' ? 'simulator' : 'lab'}, `) +
      `seed ${report.seed}, run \`${report.run.replaceAll('`', '')}\`.` +
      (rate === null ? '' : ` ${rate}`),
    '',
  ].join('\n');
}

function row(phase: Phase): string {
  const { objective, predicted, measured } = phase;
  const duration = (value: number | null): string => (value === null ? '—' : formatDuration(value));
  const figure = (value: number | null): string => (value === null ? '—' : formatMeasured(value));
  const judged = phaseVerdict(phase);
  const word = judged === 'met' ? '✓ met' : judged === 'missed' ? '✗ missed' : judged;
  const cells = [
    plain(phaseTitle(phase.name)),
    duration(objective.rtoMs),
    figure(predicted.rtoMs),
    `**${measured.recovered === false ? '> ' : ''}${figure(measured.rtoMs)}**`,
    measured.rpoMs === 0 ? '0' : figure(measured.rpoMs),
    formatCount(measured.clientErrors),
    formatCount(measured.ackedLost),
    figure(measured.dualWriterMs),
    word,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Names come from a user's platform: they are text here, never Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replaceAll('<', '&lt;');
}
