import type { Problem as LabProblem } from '@outrigger/lab';
import { linesIn } from '@outrigger/model';
import type { LoadedPlatform } from './platform/load.ts';
import { Refusal } from './refusal.ts';

/** What the lab says is wrong with this machine or a service, as every other problem is printed. */
export function refuseLab(
  headline: string,
  problem: LabProblem,
  { shown, source }: Pick<LoadedPlatform, 'shown' | 'source'>,
): Refusal {
  const { path = 'lab', value, wrong, mend, changed } = problem;
  const place = path.split('.');
  const isOfPlatform = place[0] === 'components';
  const file = isOfPlatform ? shown : null;
  const line = isOfPlatform ? linesIn(source)(place) : null;
  const told = [{ path, value, wrong, mend, file, line }];
  return new Refusal(headline, told, changed === undefined ? {} : { changed });
}
