import { dirname } from 'node:path';
import { missingPrograms, playedPart } from '@outrigger/lab';
import { componentsOf, linesIn, servicesOf } from '@outrigger/model';
import type { Context } from '../context.ts';
import { type LoadedPlatform, loadPlatform } from '../platform/load.ts';
import { Refusal } from '../refusal.ts';

/** A platform without what the lab does not play, and what that is, in sentences. */
export async function loadForLab(
  argument: string | undefined,
  context: Context,
): Promise<{ readonly loaded: LoadedPlatform; readonly unplayed: readonly string[] }> {
  const whole = await loadPlatform(argument, context);
  const { platform, told } = playedPart(whole.platform);
  if (servicesOf(platform).length === 0) {
    const machines = componentsOf(whole.platform, 'virtual-machines')[0];
    const problem = {
      path: machines === undefined ? 'components' : `components.${machines.name}.kind`,
      value: machines?.kind ?? null,
      wrong: 'the lab plays no virtual machines, so nobody would serve its clients',
      mend: "simulate it instead, or describe what serves as components of kind 'service'",
      file: whole.shown,
      line: null,
    };
    throw new Refusal(`${whole.shown} cannot be played in the lab`, [problem]);
  }
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
