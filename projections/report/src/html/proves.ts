/** What a reader may conclude, and what not: before any evidence. */
import { formatDuration } from '@outrigger/model';
import { allowedWords, formatMilliseconds, listed, sentence } from '../format.ts';
import type { AwsPhase, AwsSource, DrillReport } from '../types.ts';
import { lowerRateWords, phaseTitle } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { sign } from './signs.ts';

export function proves(report: DrillReport): Markup {
  const { environment, world } = report;
  const oneWay = environment.settings?.linkOneWayMs;
  const trip =
    oneWay === undefined
      ? ''
      : ` with a ${formatMilliseconds(2 * oneWay)} round trip between regions`;
  const shown = {
    lab:
      `The lab runs real processes and real PostgreSQL${trip}: order of steps, fencing, data ` +
      'loss and client behaviour carry over. The time AWS takes for its own calls does not.',
    sim:
      'The simulator draws durations from data: the order of steps and the arithmetic are ' +
      'proven, no process ran and no data was written.',
    aws: 'This ran on AWS: times and losses are of this account, at this hour, with this load.',
  }[world];
  const stands = [...environment.standIns, ...environment.folded];
  const rate = lowerRateWords(report);
  return html`<aside class="proves" aria-label="What this proves, and what it does not">${sign('information', null)}<div><p><strong>What this proves, and what it does not.</strong> ${shown} ${aws(report)} ${stands.length === 0 ? null : html`${stands.map(sentence).join(' ')} `}${rate === null ? null : html`<strong>${rate}</strong> `}One drill is one sample.</p>${awsPhases(report)}</div></aside>`;
}

function aws(report: DrillReport): Markup | null {
  const prediction = report.aws;
  if (prediction === undefined || prediction === null) {
    return null;
  }
  const p90 = prediction.p90Ms === null ? '' : `p90 ${formatDuration(prediction.p90Ms)}`;
  const parts = [p90].filter((part) => part !== '');
  const allowed = allowedWords(prediction.rtoMs, prediction.objectiveMs);
  const mostly = prediction.mostly === null ? '' : `, most of it ${prediction.mostly}`;
  return html`The same plan on AWS is predicted to take <strong>${formatDuration(prediction.rtoMs)}</strong>${parts.length > 0 ? ` (${listed(parts)})` : ''}${allowed}${mostly}; that was not measured here.`;
}

/** A table of its own: figures of two worlds share no column. */
function awsPhases({ aws: prediction }: DrillReport): Markup | null {
  const phases = prediction?.phases ?? [];
  if (phases.length === 0) return null;
  return html`<details><summary>What each plan is predicted to take on AWS, and why</summary><div class="scroll"><table class="data"><thead><tr><th scope="col">Phase</th>${['Objective', 'Predicted', 'p90', 'Assumed'].map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col" class="words">Most of it</th></tr></thead><tbody>${phases.map(awsRow)}</tbody></table></div><ul class="sources">${(prediction?.sources ?? []).map(sourceItem)}</ul></details>`;
}

function awsRow(phase: AwsPhase): Markup {
  const { objectiveMs, rtoMs } = phase;
  const isOver = objectiveMs !== null && rtoMs > objectiveMs;
  return html`<tr><th scope="row">${phaseTitle(phase.phase)}</th><td class="number">${objectiveMs === null ? '—' : formatDuration(objectiveMs)}</td><td class="number${isOver ? ' bad' : ''}">${isOver ? sign('missed', 'Longer than the objective') : null} ${formatDuration(rtoMs)}</td><td class="number">${formatDuration(phase.p90Ms)}</td><td class="number">${Math.round(phase.assumedShare * 100)} %</td><td class="words">${phase.mostly ?? '—'}</td></tr>`;
}

function sourceItem({ basis, source, steps }: AwsSource): Markup {
  return html`<li><b>${basis}</b>: ${source} <code>${steps.join(', ')}</code></li>`;
}
