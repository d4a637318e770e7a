/** A list names each thing once, and what names resources is told apart by letters and digits. */
import { kinds } from '../kinds.ts';
import { labelOf } from '../labels.ts';
import type { Path } from '../problem.ts';
import type { TellAt } from '../read.ts';
import type { Named } from './references.ts';

/** A patch is the provider's business, and a program may get an argument twice. */
const unjudged: readonly string[] = ['terraform', 'lab'];

export function checkRepeats(components: readonly Named[], tell: TellAt): void {
  for (const { name, kind, written } of components) {
    for (const [field, value] of entriesOf(written)) {
      if (!unjudged.includes(String(field))) checkLists(value, ['components', name, field], tell);
    }
    const labels = kind === null ? [] : (kinds[kind].labels ?? []);
    for (const field of labels) checkLabels(written, field.split('.'), ['components', name], tell);
  }
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value))
    return Array.from(value, (one: unknown, index) => [index, one] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function checkLists(value: unknown, at: Path, tell: TellAt): void {
  const seen = new Set<unknown>();
  for (const [key, one] of entriesOf(value)) {
    const isText = Array.isArray(value) && typeof one === 'string';
    if (isText && seen.has(one)) tell([...at, key], 'is named twice', 'name it once');
    seen.add(one);
    checkLists(one, [...at, key], tell);
  }
}

/** Follows `jobs.*.policies` to each list of texts, or record with names as its keys. */
function checkLabels(value: unknown, field: readonly string[], at: Path, tell: TellAt): void {
  const [part, ...rest] = field;
  if (part !== undefined) {
    for (const [key, one] of entriesOf(value)) {
      if (part === '*' || part === key) checkLabels(one, rest, [...at, key], tell);
    }
    return;
  }
  const first = new Map<string, string>();
  for (const [key, one] of entriesOf(value)) {
    const name = Array.isArray(value) ? one : key;
    if (typeof name !== 'string') continue;
    const other = first.get(labelOf(name));
    if (other === undefined) first.set(labelOf(name), name);
    // What is written twice as it is was told among the lists.
    else if (other !== name) {
      const wrong = `cannot be told from '${other}' where punctuation does not count`;
      tell([...at, key], wrong, 'give it another name');
    }
  }
}
