import { type Refusal, refuseArgument } from '../refusal.ts';

const shownMax = 6;

/** The one run that is meant: its id, or as much of its beginning or end as no other run has. */
export function findRun(said: string, runs: readonly string[]): string {
  if (runs.includes(said)) return said;
  const meant = said === '' ? [] : runs.filter((run) => run.startsWith(said) || run.endsWith(said));
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  throw meant.length === 0 ? unknown(said, runs) : ambiguous(said, meant);
}

function unknown(said: string, runs: readonly string[]): Refusal {
  const mend =
    runs.length === 0
      ? 'begin one: `outrigger recover --world lab`, or `outrigger drill`'
      : `the newest are ${newest(runs)}`;
  return refuseArgument('run', said, 'there is no such run', mend);
}

function ambiguous(said: string, meant: readonly string[]): Refusal {
  const wrong = `${meant.length} runs begin or end with this`;
  return refuseArgument('run', said, wrong, `write more of one of ${newest(meant)}`);
}

function newest(runs: readonly string[]): string {
  return runs.slice(-shownMax).reverse().join(', ');
}
