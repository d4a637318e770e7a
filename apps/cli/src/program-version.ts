import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** Outrigger's own version, from the package's manifest. */
export function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}

/** The clone that this program runs from; a published one is in none. */
const clone = resolve(import.meta.dirname, '../../..');

/**
 * The commit that a clone of Outrigger is at: "9b1ec7d0", or "9b1ec7d0, changed" with changes that
 * are in none. Null where `root` is no clone, also within one of something else.
 */
export function commit(root = clone): string | null {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', root, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    if (git('rev-parse', '--show-toplevel') !== realpathSync(root)) return null;
    const changes = git('status', '--porcelain', '--untracked-files=no');
    const name = git('rev-parse', '--short=8', 'HEAD');
    return changes === '' ? name : `${name}, changed`;
  } catch {
    return null;
  }
}
