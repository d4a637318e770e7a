import { userInfo } from 'node:os';
import type { Context } from './context.ts';

/** Who says what the journal keeps: the user's name, as their shell has it. */
export function operatorName({ environment }: Pick<Context, 'environment'>): string {
  const named = environment.SUDO_USER ?? environment.USER ?? environment.LOGNAME;
  if (named !== undefined && named !== '') return named;
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}

/**
 * How the user calls us, for commands that they will copy: npm scripts don't put us on the path.
 */
export function programWords({ environment }: Pick<Context, 'environment'>): string {
  return environment.npm_lifecycle_event === undefined ? 'outrigger' : 'npm run outrigger --';
}
