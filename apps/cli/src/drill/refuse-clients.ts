import { entranceIn, type LabLayout, type Problem } from '@outrigger/lab';
import { linesIn } from '@outrigger/model';
import type { LoadedPlatform } from '../platform/load.ts';
import { Refusal } from '../refusal.ts';

/** What a platform's own services do not do for clients, at the service where clients come in. */
export function refuseClients(
  { path, value, wrong, mend }: Problem,
  layout: LabLayout,
  { shown, source }: Pick<LoadedPlatform, 'shown' | 'source'>,
): Refusal {
  const entrance = entranceIn(layout);
  const place = entrance === null ? ['components'] : ['components', entrance];
  const problem = {
    path: place.join('.'),
    value: path === undefined ? value : `${path} → ${value}`,
    wrong,
    mend,
    file: shown,
    line: linesIn(source)(place),
  };
  return new Refusal(`The drill of ${layout.platform} cannot begin`, [problem], {
    changed: 'The lab was ended; its logs are kept.',
  });
}
