import { formatDuration } from '@outrigger/model';
import { givenUpMs } from '@outrigger/sim';

/** A quantile of a histogram is within 0.1 % of what it stands for. */
const cutOffMs = givenUpMs * 0.999;

/** How long it took; what was given up took longer than that, and nobody knows how much. */
export function lasted(ms: number): string {
  return ms >= cutOffMs ? `> ${formatDuration(givenUpMs)}` : formatDuration(ms);
}
