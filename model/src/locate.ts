import type { Path } from './problem.ts';

/**
 * The line, from 1, at which a path of the platform is written in a TypeScript or JSON source; the
 * nearest enclosing line when the last part can't be found; null when nothing of it can. It reads
 * braces, brackets, keys and strings only: a platform that is computed is found as far as its text
 * shows it.
 */
export function lineOf(source: string, path: Path): number | null {
  const places = placesOf(source);
  for (let length = path.length; length > 0; length -= 1) {
    const key = keyOf(path.slice(0, length));
    const place = places.find((candidate) => candidate.key === key);
    if (place !== undefined) return place.line;
  }
  return null;
}

/** A key that stands twice between the same braces: JavaScript and JSON keep the last, silently. */
export interface RepeatedKey {
  readonly path: Path;
  readonly line: number;
  readonly firstLine: number;
}

export function repeatedKeys(source: string): RepeatedKey[] {
  return placesOf(source).flatMap(({ path, line, firstLine }) =>
    firstLine === null ? [] : [{ path, line, firstLine }],
  );
}

interface Place {
  readonly path: Path;
  readonly key: string;
  readonly line: number;
  /** Where the same key stands between the same braces before; null where it does not. */
  readonly firstLine: number | null;
}

interface Scope {
  readonly kind: 'object' | 'list' | 'other';
  /** Path from the outermost object; null outside of it. */
  readonly path: Path | null;
  index: number;
  /** The key that was read last, until its value ends. */
  key: string | null;
  /** Keys so far, with their lines. */
  readonly seen: Map<string, number>;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

const tokenPattern = new RegExp(
  [
    /\/\/[^\n]*|\/\*[\s\S]*?\*\//, // comments
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/, // strings
    /[A-Za-z_$][\w$]*|[^\s]/, // words, and every other sign on its own
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/**
 * Every key and list item with its path. The outermost object is the one whose first path begins
 * with a platform's field, so an import's braces or a helper's object do not count.
 */
function placesOf(source: string): Place[] {
  const start = source.search(/definePlatform\s*\(\s*\{/);
  const places: Place[] = [];
  const scopes: Scope[] = [];
  let line = 1;
  let counted = 0;
  for (const match of source.matchAll(tokenPattern)) {
    line += source.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    const token = match[0];
    if (match.index < start || token.startsWith('//') || token.startsWith('/*')) continue;
    visit(token, line, scopes, places, source.slice(match.index + token.length));
  }
  return places;
}

function visit(token: string, line: number, scopes: Scope[], places: Place[], rest: string): void {
  const scope = scopes.at(-1);
  if (scope !== undefined && scope.kind === 'list' && scope.path !== null && scope.key === null) {
    if (!/^[\],]$/.test(token)) {
      scope.key = String(scope.index);
      places.push(placeOf([...scope.path, scope.index], line, null));
    }
  }
  if (token === '{' || token === '[' || token === '(') {
    const kind = token === '{' ? 'object' : token === '[' ? 'list' : 'other';
    scopes.push({ kind, path: pathInside(scope), index: 0, key: null, seen: new Map() });
  } else if (token === '}' || token === ']' || token === ')') {
    scopes.pop();
  } else if (token === ',' && scope !== undefined) {
    scope.index += 1;
    scope.key = null;
  } else if (scope?.kind === 'object' && scope.key === null && /^\s*:/.test(rest)) {
    scope.key = /^['"]/.test(token) ? token.slice(1, -1) : token;
    if (scope.path === null) return;
    places.push(placeOf([...scope.path, scope.key], line, scope.seen.get(scope.key) ?? null));
    scope.seen.set(scope.key, line);
  }
}

function placeOf(path: Path, line: number, firstLine: number | null): Place {
  return { path, key: keyOf(path), line, firstLine };
}

/** The path of a value that begins inside a scope. */
function pathInside(scope: Scope | undefined): Path | null {
  if (scope === undefined) return [];
  // The parenthesis of `definePlatform(` holds the platform itself.
  if (scope.kind === 'other') return scope.path;
  if (scope.path === null || scope.key === null) return null;
  return [...scope.path, scope.kind === 'list' ? Number(scope.key) : scope.key];
}
