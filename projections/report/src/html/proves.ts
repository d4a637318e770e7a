/** What a reader may conclude, and what not: before any evidence. */
import { formatDuration } from '@outrigger/model';
import { formatMilliseconds, listed } from '../format.ts';
import type { DrillReport } from '../types.ts';
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
  return html`<aside class="proves" aria-label="What this proves, and what it does not">${sign('information', null)}<p><strong>What this proves, and what it does not.</strong> ${shown} ${aws(report)} ${stands.length === 0 ? null : html`${stands.map(sentence).join(' ')} `}One drill is one sample.</p></aside>`;
}

function aws(report: DrillReport): Markup | null {
  const prediction = report.aws;
  if (prediction === undefined || prediction === null) {
    return null;
  }
  const p90 = prediction.p90Ms === null ? '' : `p90 ${formatDuration(prediction.p90Ms)}`;
  const parts = [p90].filter((part) => part !== '');
  const allowed =
    prediction.objectiveMs === null
      ? ''
      : ` of the ${formatDuration(prediction.objectiveMs)} allowed`;
  const mostly = prediction.mostly === null ? '' : `, most of it ${prediction.mostly}`;
  return html`The same plan on AWS is predicted to take <strong>${formatDuration(prediction.rtoMs)}</strong>${parts.length > 0 ? ` (${listed(parts)})` : ''}${allowed}${mostly}; that was not measured here.`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
