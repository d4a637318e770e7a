/** What every text fits in, whatever the terminal: a report of a run is pasted anywhere. */
export const columns = 80;

/** What a text takes on the screen: marks such as ✓ are one column. */
export function width(text: string): number {
  return [...text].length;
}

/** A space at which no line is broken; on the screen it is one like all others. */
const bond = '\u00a0';

/** What it says in figures, each with its units, stays in one line: `12 min 40 s`, `1.0 %`. */
export function together(text: string): string {
  const units = '(?:ms|s|min|h|d|%)';
  return text
    .replaceAll(new RegExp(`(\\d) (?=${units}(?![\\w]))`, 'g'), `$1${bond}`)
    .replaceAll(new RegExp(`(${bond}${units}) (?=[\\d.]+${bond})`, 'g'), `$1${bond}`);
}

/**
 * Lines of at most `columns`, broken at spaces; a longer word stays whole, since it is a name or an
 * address that someone will copy.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (width(longer) <= columns || line === '') {
        line = longer;
      } else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines.map((line) => line.replaceAll(bond, ' '));
}

/** `text` after `indent` spaces, its later lines under its first. */
export function hang(label: string, text: string, columns: number): string[] {
  const indent = width(label);
  const lines = wrap(text, columns - indent);
  return lines.map((line, index) => (index === 0 ? label : ' '.repeat(indent)) + line);
}
