import type { Import } from './repository.ts';

const statement =
  /(?<![\w.$])(?:(import|export)\s+(?:type\s+)?(?:[\w*{][^'"`;()]*?\s)?from\s*|import\s*\(?\s*)(['"])([^'"\n]+)\2/g;

/** Every static and dynamic import of a file, and every `export … from`. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  return [...code.matchAll(statement)].map((match) => ({
    specifier: match[3] ?? '',
    line: code.slice(0, match.index).split('\n').length,
    reExport: match[1] === 'export',
  }));
}

/**
 * Comments and template literals become spaces, lines stay where they are: an import that is only
 * written about is none. Strings are kept, since they are the specifiers.
 */
export function withoutComments(text: string): string {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return text.replace(token, (found) =>
    found.startsWith('/') || found.startsWith('`') ? found.replace(/[^\n]/g, ' ') : found,
  );
}
