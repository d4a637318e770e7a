import type { Repository } from './repository.ts';
import type { Check, Violation } from './rules.ts';

/** What the generator writes, and the function by which a facet writes a block of that type. */
const tables: readonly { readonly file: string; readonly writer: string }[] = [
  { file: 'model/src/provider/generated/resources.ts', writer: 'resource' },
  { file: 'model/src/provider/generated/data.ts', writer: 'data' },
  { file: 'model/src/provider/generated/ephemeral.ts', writer: 'ephemeral' },
];

const listed = 'scripts/terraform-types/types.json';
const facets = /^(components|projections\/terraform\/src)\/(?!.*\.test\.ts$)/;

/** Types of the provider are committed for what is written, and for nothing else. */
export const typesAreInUse: Check = (repository) =>
  tables.flatMap(({ file, writer }) => {
    const table = repository.files.find(({ path }) => path === file);
    if (table === undefined) return [];
    const known = [...table.text.matchAll(/^ {2}readonly (aws_\w+):/gm)].map(([, type]) => type);
    const used = usedBy(repository, writer);
    const tell = (path: string, wrong: string, mend: string): Violation => {
      return { path, line: 1, wrong, mend };
    };
    return [
      ...known
        .filter((type) => type !== undefined && !used.has(type))
        .map((type) =>
          tell(file, `nothing writes ${writer} ${type}`, `take it out of ${listed}; generate anew`),
        ),
      ...[...used]
        .filter(([type]) => !known.includes(type))
        .map(([type, path]) =>
          tell(path, `${writer} ${type} has no types`, `add it to ${listed}; generate anew`),
        ),
    ];
  });

/** By type, a file that writes it. */
function usedBy({ files }: Repository, writer: string): Map<string, string> {
  const call = new RegExp(`\\b${writer}\\(\\s*'(aws_\\w+)'`, 'g');
  const found = new Map<string, string>();
  for (const { path, text } of files) {
    if (!facets.test(path)) continue;
    for (const [, type = ''] of text.matchAll(call)) found.set(type, path);
  }
  return found;
}
