import { refuseArgument } from './refusal.ts';

const obstacles = new Map([
  // As /proc answers.
  ['ENOENT', 'is where no folder can be made'],
  ['EEXIST', 'is a file, where a folder is needed'],
  ['ENOTDIR', 'leads through a file, where a folder is needed'],
  ['EACCES', 'is where you may not write'],
  ['EPERM', 'is where you may not write'],
  ['EROFS', 'is on a disk that can only be read'],
  ['ENOSPC', 'is on a disk that is full'],
]);

/** What the file system says no to is the user's to mend; the rest is passed on. */
export function obstacleOf(
  error: unknown,
  argument: string,
  folder: string,
  mend = 'name another one',
): unknown {
  const wrong = obstacles.get(codeOf(error) ?? '');
  return wrong === undefined ? error : refuseArgument(argument, folder, wrong, mend);
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
