import { fileURLToPath } from 'node:url';
import { type LabLayout, standInsOf } from '@outrigger/lab';
import { standIn } from '@outrigger/storefront';

/** Plays a service that does not say how it runs in the lab: the storefront, in one process. */
export const standInRun: readonly string[] = [fileURLToPath(standIn.main)];

/** What the mark of a stand-in means, in a table of services. */
export const standInLegend =
  '* a stand-in plays it, a small shop; your own runs once `lab.run` says how ' +
  '(docs/your-own-service.md)';

/** Which services are not the user's own here, for a terminal; null: all are. */
export function standInSentence(layout: LabLayout): string | null {
  const names = standInsOf(layout);
  if (names.length === 0) return null;
  const own = names.length === 1 ? 'your own runs' : 'your own run';
  return (
    `Played by a stand-in, a small shop: ${names.join(', ')}; ` +
    `${own} once \`lab.run\` says how (docs/your-own-service.md)`
  );
}
