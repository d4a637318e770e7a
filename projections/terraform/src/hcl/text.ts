/** Where HCL needs no quotes: names of arguments, and keys of maps that look like one. */
const identifier = /^[A-Za-z_][A-Za-z0-9_-]*$/;

export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** First and last code points of what is not printed, or changes the order of what is. */
const unprinted: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

function isUnprinted(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return unprinted.some(([first, last]) => code >= first && code <= last);
}

/** Inside quotes: what would end the text, begin a template or not be seen is escaped. */
export function escapeText(text: string): string {
  // Most text needs nothing of it.
  if (/^[A-Za-z0-9 _./:,*=@()+-]*$/.test(text)) return text;
  return Array.from(escapeTemplates(text), (character) => {
    const escaped = escapes[character];
    if (escaped !== undefined) return escaped;
    if (!isUnprinted(character)) return character;
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  }).join('');
}

/** `${` and `%{` begin a template unless their first character is doubled. */
export function escapeTemplates(text: string): string {
  return text.replaceAll(/([$%])\{/g, '$1$1{');
}

export function quoted(text: string): string {
  return `"${escapeText(text)}"`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The columns that text takes as `terraform fmt` counts them: one for each character that people
 * see as one.
 */
export function columnsOf(text: string): number {
  // Nearly all text is plain, and a segmenter is slow.
  if (/^[ -~]*$/.test(text)) return text.length;
  return [...segmenter.segment(text)].length;
}

const marker = 'EOT';

/**
 * Whether lines can stand between the marks of an indented heredoc and come out as they went in: no
 * character that only quotes can hold, no line that ends it, and one without an indent, by which
 * the indents of the others are measured.
 */
export function fitsHeredoc(lines: readonly string[]): boolean {
  return (
    lines.every((line) => line.trim() !== marker && (line === '' || line.trim() !== '')) &&
    lines.some((line) => /^\S/.test(line)) &&
    !Array.from(lines.join('')).some(isUnprinted)
  );
}

export function heredocText(lines: readonly string[], indent: string): string {
  const inner = lines.map((line) => (line === '' ? '' : `${indent}  ${escapeTemplates(line)}`));
  return `<<-${marker}\n${inner.join('\n')}\n${indent}${marker}`;
}
