import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** What a user's file threw, in words that need no stack trace. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** The innermost line that is the user's own. */
  readonly place: Place | null;
}

export function describeThrown(error: unknown, isUsers: (file: string) => boolean): Thrown {
  if (!(error instanceof Error)) {
    if (error === undefined || error === null) {
      return { name: `${error}, which says nothing`, message: '', place: null };
    }
    const isObject = typeof error === 'object' || typeof error === 'function';
    const name = isObject ? `an ${typeof error}` : `a ${typeof error}`;
    return { name, message: inspect(error, { depth: 1, breakLength: Infinity }), place: null };
  }
  const importing = / imported from (\S+)$/m.exec(error.message);
  const message = error.message.replace(importing?.[0] ?? '', '').split('\n')[0] ?? '';
  const place =
    importing === null
      ? placeInStack(error.stack ?? '', isUsers)
      : placeOfImport(importing[1] ?? '', message);
  return { name: error.name, message: message.trim(), place };
}

/**
 * A syntax error has its place before its message (`file:///…:3`), any other in its frames
 * (`at file:///…:3:5`, `at name (/…:3:5)`).
 */
function placeInStack(stack: string, isUsers: (file: string) => boolean): Place | null {
  for (const [, location, line] of stack.matchAll(/((?:file:\/\/)?\/[^\s():]+):(\d+)/g)) {
    const file = location === undefined ? '' : toPath(location);
    if (existsSync(file) && isUsers(file)) return { file, line: Number(line) };
  }
  return null;
}

/** Node names the file that imports, not the line: it is the one that ends with the name. */
function placeOfImport(location: string, message: string): Place | null {
  const file = toPath(location);
  if (!existsSync(file)) return null;
  const wanted = basename(/'([^']*)'/.exec(message)?.[1] ?? '');
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.findIndex((line) => wanted !== '' && line.includes(`${wanted}'`));
  return { file, line: index < 0 ? null : index + 1 };
}

function toPath(location: string): string {
  return location.startsWith('file:') ? fileURLToPath(location) : location;
}
