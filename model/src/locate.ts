import type { Path } from './problem.ts';

/**
 * Finds where something is written in a platform file: a key path in the text of an object literal,
 * TypeScript or JSON. It reads brackets, strings and comments, no more of the language; what it
 * can't follow it gives up, and answers with the nearest thing that it did find.
 */

/** The line (from 1) of the deepest part of `path` that is written; null when none is. */
export function lineOf(source: string, path: Path): number | null {
  return linesIn(source)(path);
}

/** `lineOf` for many paths of one text: no object of it is read twice. */
export function linesIn(source: string): (path: Path) => number | null {
  const root = rootOf(source);
  if (root === null) return () => null;
  const lineAt = lineCounter(source);
  const known = new Map<number, readonly NamedMember[]>();
  const membersAt = (at: number): readonly NamedMember[] => {
    const members = known.get(at) ?? membersOf(source, at);
    known.set(at, members);
    return members;
  };
  return (path) => {
    let found = root;
    let value = root;
    for (const part of path) {
      const at = memberOf(source, follow(source, value), part, membersAt);
      if (at === null) break;
      found = at.key;
      value = at.value;
    }
    return lineAt(found);
  };
}

/** The line, from 1, of a place in the text; by halves: a large platform asks for thousands. */
function lineCounter(source: string): (at: number) => number {
  const ends = Array.from(source.matchAll(/\n/g), ({ index }) => index);
  return (at) => {
    let before = 0;
    let after = ends.length;
    while (before < after) {
      const middle = Math.floor((before + after) / 2);
      if ((ends[middle] ?? at) < at) before = middle + 1;
      else after = middle;
    }
    return before + 1;
  };
}

/** Where the platform's own object begins. */
function rootOf(source: string): number | null {
  const json = skipBlank(source, 0);
  if (source[json] === '{') return json;
  const marks = [/\bdefinePlatform\s*(?:<[^(]*>)?\s*\(/g, /\bexport\s+default\s+/g];
  for (const mark of marks) {
    for (const match of source.matchAll(mark)) {
      if (isCode(source, match.index)) return follow(source, match.index + match[0].length);
    }
  }
  return null;
}

interface Member {
  readonly key: number;
  readonly value: number;
}

function memberOf(
  source: string,
  at: number,
  part: string | number,
  membersAt: (at: number) => readonly NamedMember[],
): Member | null {
  if (source[at] === '[') return elementOf(source, at, part);
  // The last one wins, as it does in the language.
  return membersAt(at).findLast(({ name }) => name === String(part)) ?? null;
}

interface NamedMember extends Member {
  readonly name: string;
}

function membersOf(source: string, at: number): NamedMember[] {
  const members: NamedMember[] = [];
  if (source[at] !== '{') return members;
  for (let index = skipBlank(source, at + 1); index < source.length; ) {
    if (source[index] === '}') break;
    const key = index;
    const name = readKey(source, index);
    index = skipBlank(source, name?.end ?? index);
    const value = name !== null && source[index] === ':' ? skipBlank(source, index + 1) : key;
    if (name !== null) members.push({ name: name.text, key, value });
    index = skipBlank(source, skipValue(source, index));
    if (source[index] !== ',') break;
    index = skipBlank(source, index + 1);
  }
  return members;
}

/** A key that stands twice between the same braces: the language keeps the last one, silently. */
export interface RepeatedKey {
  readonly path: Path;
  readonly line: number;
  readonly firstLine: number;
}

export function repeatedKeys(source: string): RepeatedKey[] {
  const root = rootOf(source);
  return root === null ? [] : repeatedIn(source, root, [], lineCounter(source));
}

function repeatedIn(
  source: string,
  at: number,
  path: Path,
  lineAt: (at: number) => number,
): RepeatedKey[] {
  const first = new Map<string, number>();
  return membersOf(source, at).flatMap(({ name, key, value }) => {
    const line = lineAt(key);
    const firstLine = first.get(name);
    const inside = repeatedIn(source, value, [...path, name], lineAt);
    if (firstLine !== undefined) return [{ path: [...path, name], line, firstLine }, ...inside];
    first.set(name, line);
    return inside;
  });
}

function elementOf(source: string, at: number, part: string | number): Member | null {
  let index = skipBlank(source, at + 1);
  for (let count = 0; index < source.length && source[index] !== ']'; count += 1) {
    if (count === Number(part)) return { key: index, value: index };
    index = skipBlank(source, skipValue(source, index));
    if (source[index] !== ',') return null;
    index = skipBlank(source, index + 1);
  }
  return null;
}

function readKey(source: string, at: number): { text: string; end: number } | null {
  const quote = source[at];
  if (quote === "'" || quote === '"') {
    const end = skipString(source, at);
    return { text: source.slice(at + 1, end - 1).replace(/\\(.)/g, '$1'), end };
  }
  const word = /[\w$]+/y;
  word.lastIndex = at;
  const match = word.exec(source);
  return match === null ? null : { text: match[0], end: word.lastIndex };
}

/** A name instead of a literal: what the file's own `const` of that name holds. */
function follow(source: string, at: number, hops = 5): number {
  const word = /[A-Za-z_$][\w$]*/y;
  word.lastIndex = at;
  const match = word.exec(source);
  if (match === null || hops === 0) return at;
  if (match[0] === 'definePlatform') {
    const open = source.indexOf('(', word.lastIndex);
    return open < 0 ? at : skipBlank(source, open + 1);
  }
  const name = match[0].replaceAll('$', '\\$');
  const declaration = new RegExp(`\\b(?:const|let)\\s+${name}\\b[^=;]*=(?!=)`, 'g');
  for (const declared of source.matchAll(declaration)) {
    if (!isCode(source, declared.index)) continue;
    return follow(source, skipBlank(source, declared.index + declared[0].length), hops - 1);
  }
  return at;
}

/** To the `,` or the closing bracket that ends the value at `at`. */
function skipValue(source: string, at: number): number {
  let depth = 0;
  for (let index = skipBlank(source, at); index < source.length; index = skipBlank(source, index)) {
    const character = source[index] ?? '';
    if (/['"`]/.test(character)) {
      index = skipString(source, index);
      continue;
    }
    if (depth === 0 && ',}])'.includes(character)) return index;
    if ('{[('.includes(character)) depth += 1;
    if ('}])'.includes(character)) depth -= 1;
    index += 1;
  }
  return source.length;
}

function skipBlank(source: string, at: number): number {
  const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  blank.lastIndex = at;
  blank.exec(source);
  return Math.max(at, blank.lastIndex);
}

function skipString(source: string, at: number): number {
  const string = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/y;
  string.lastIndex = at;
  return string.exec(source) === null ? at + 1 : string.lastIndex;
}

/** Whether `at` is outside every comment and string. */
function isCode(source: string, at: number): boolean {
  for (let index = skipBlank(source, 0); index <= at; index = skipBlank(source, index)) {
    if (index === at) return true;
    index = /['"`]/.test(source[index] ?? '') ? skipString(source, index) : index + 1;
  }
  return false;
}
