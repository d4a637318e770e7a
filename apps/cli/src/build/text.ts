import type { Style } from '../style.ts';
import type { Change } from './changes.ts';

const signs: { readonly [K in Change['kind']]: string } = {
  add: '+',
  change: '~',
  remove: '-',
  same: ' ',
  edited: '!',
  foreign: '!',
  left: '!',
};

const notes: { readonly [K in Change['kind']]?: string } = {
  edited: '  (changed by hand)',
  left: '  (changed by hand, no longer needed)',
};

/** Changed files that are shown line by line, and lines of each; the rest is counted. */
const filesMax = 3;
const linesMax = 8;

/** What differs: a line a file, and the first lines of the first few. */
export function driftText(changes: readonly Change[], style: Style): string {
  const drifted = changes.filter(({ kind }) => kind !== 'same');
  const shown = drifted.filter(({ kind }) => kind === 'change' || kind === 'edited');
  const files = drifted.map(({ path, kind }) => {
    return paintOf(kind, style)(`  ${signs[kind]} ${path}${notes[kind] ?? ''}`);
  });
  const more = shown.length - filesMax;
  return [
    ...files,
    ...shown.slice(0, filesMax).flatMap((change) => ['', ...lineDiff(change, style)]),
    ...(more > 0 ? ['', style.quiet(`  … and ${more} more that differ`)] : []),
  ].join('\n');
}

function paintOf(kind: Change['kind'], style: Style): (text: string) => string {
  if (kind === 'add') return style.good;
  return kind === 'change' ? style.warning : style.bad;
}

/** The lines between what both begin with and what both end with. */
function lineDiff({ path, before, after }: Change, style: Style): string[] {
  const [old, fresh] = [(before ?? '').split('\n'), (after ?? '').split('\n')];
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start += 1;
  let end = 0;
  const room = Math.min(old.length, fresh.length) - start;
  while (end < room && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const cut = (lines: readonly string[]) => lines.slice(start, lines.length - end);
  const rows = (lines: readonly string[], sign: string, paint: (text: string) => string) => [
    ...lines.slice(0, linesMax).map((line) => paint(`    ${sign} ${line}`)),
    ...(lines.length > linesMax ? [style.quiet(`      … ${lines.length - linesMax} more`)] : []),
  ];
  return [
    style.strong(`  ${path}:${start + 1}`),
    ...rows(cut(old), '-', style.bad),
    ...rows(cut(fresh), '+', style.good),
  ];
}

export function countText(changes: readonly Change[]): string {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [count('add'), 'added'],
    [count('change') + count('edited') + count('foreign'), 'changed'],
    [count('remove'), 'removed'],
    [count('same'), 'as before'],
    [count('left'), 'left over'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}
