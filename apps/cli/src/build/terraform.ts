import type { LoadedPlatform } from '../platform/load.ts';
import { type Problem, Refusal } from '../refusal.ts';
import { loadRecoveryState } from './recovery-state.ts';

/** The Terraform of a platform; refused with everything that AWS would refuse of it. */
export async function terraformOf(
  { platform, file, shown, source }: LoadedPlatform,
  recoveryState: string | undefined,
  folder: string,
) {
  const { terraformFor } = await import('@outrigger/components');
  const state = loadRecoveryState(recoveryState, file, platform, folder);
  const built = terraformFor(platform, state);
  if (built.problems.length === 0) return built;
  const { lineOf } = await import('@outrigger/model');
  const problems = built.problems.map((problem): Problem => {
    const line = lineOf(source, problem.path.replace(/\[.*$/, '').split('.'));
    return { ...problem, line, file: shown };
  });
  throw new Refusal(`${shown} cannot be built`, problems);
}
