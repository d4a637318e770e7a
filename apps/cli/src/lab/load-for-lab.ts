import { dirname } from 'node:path';
import { missingPrograms, playedPart } from '@outrigger/lab';
import { linesIn } from '@outrigger/model';
import type { Context } from '../context.ts';
import { type LoadedPlatform, loadPlatform } from '../platform/load.ts';
import { Refusal } from '../refusal.ts';
import { unplayable } from './unplayable.ts';

/** A platform without what the lab does not play, and what that is, in sentences. */
export async function loadForLab(
  argument: string | undefined,
  context: Context,
): Promise<{ readonly loaded: LoadedPlatform; readonly unplayed: readonly string[] }> {
  const whole = await loadPlatform(argument, context);
  const { platform, told } = playedPart(whole.platform);
  const lacking = unplayable(whole, platform);
  if (lacking.length > 0) throw new Refusal(`${whole.shown} cannot be played in the lab`, lacking);
  const missing = missingPrograms(platform, dirname(whole.file), process.env.PATH ?? '');
  if (missing.length > 0) {
    const lines = linesIn(whole.source);
    const problems = missing.map(({ component, word, index, wrong }) => ({
      path: `components.${component}.lab.run[${index}]`,
      value: word,
      wrong,
      mend: 'correct it: paths count from the folder of the platform file',
      file: whole.shown,
      line: lines(['components', component, 'lab', 'run', index]),
    }));
    throw new Refusal(`${whole.shown} cannot be played in the lab`, problems);
  }
  return { loaded: { ...whole, platform }, unplayed: told };
}
