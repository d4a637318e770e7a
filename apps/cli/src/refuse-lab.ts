import type { Problem as LabProblem } from '@outrigger/lab';
import { Refusal } from './refusal.ts';

/** What the lab says is wrong with this machine, as every other problem is printed. */
export function refuseLab(headline: string, problem: LabProblem): Refusal {
  const { path = 'lab', value, wrong, mend, changed } = problem;
  const told = [{ path, value, wrong, mend, file: null, line: null }];
  return new Refusal(headline, told, changed === undefined ? {} : { changed });
}
