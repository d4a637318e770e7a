/** One column: cells are broken at spaces, else within a word, to its width. */
export interface Column {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Rows of text, none wider than its columns; a cell that is too long goes on below. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row) => {
    const cells = columns.map((column, index) => wrapped(row[index] ?? '', column.width));
    const height = Math.max(1, ...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((column, index) => {
          const text = cells[index]?.[line] ?? '';
          return column.align === 'right' ? text.padStart(column.width) : text.padEnd(column.width);
        })
        .join('  ')
        .trimEnd(),
    );
  });
}

/** Lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (rest.length > width) {
      const cut = breakAt(rest, width);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    line = rest;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** After the last slash or hyphen that fits, else in the middle of a word. */
function breakAt(word: string, width: number): number {
  const mark = Math.max(word.lastIndexOf('/', width - 1), word.lastIndexOf('-', width - 1));
  return mark > 0 ? mark + 1 : width;
}
