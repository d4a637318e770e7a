import type { Problem as Found } from '@outrigger/model';
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
  const placed = await withLines(built.problems, source);
  const problems = placed.map((problem): Problem => ({ ...problem, file: shown }));
  throw new Refusal(`${shown} cannot be built`, problems);
}

/**
 * What AWS would refuse of a platform that has other problems. What it refers to may not be there,
 * so that nothing can be worked out of it: then those other problems come first. Any other error is
 * a fault of ours.
 */
export async function refusedToo(written: unknown, source: string): Promise<readonly Found[]> {
  const { completed, Unchecked } = await import('@outrigger/model');
  const { refusedOf } = await import('@outrigger/components');
  const { startState } = await import('@outrigger/recovery');
  try {
    const platform = completed(written);
    return platform === null
      ? []
      : await withLines(refusedOf(platform, startState(platform)), source);
  } catch (error) {
    if (error instanceof Unchecked) return [];
    throw error;
  }
}

async function withLines(problems: readonly Found[], source: string): Promise<readonly Found[]> {
  const { lineOf } = await import('@outrigger/model');
  return problems.map((problem) => ({
    ...problem,
    line: lineOf(source, problem.path.replace(/\[.*$/, '').split('.')),
  }));
}
