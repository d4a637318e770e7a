/** A line of a CSV file, and which it was (from 1). */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Comma-separated values as RFC 4180 has them: a cell in double quotes may hold commas, line breaks
 * and doubled quotes. Empty lines are left out.
 */
export function readCsv(text: string): readonly CsvLine[] {
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const end = () => {
    if (cells.length > 1 || cells[0]?.trim() !== '') lines.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at <= text.length) {
    const { cell, next, breaks } = readCell(text, at);
    cells.push(cell);
    line += breaks;
    at = next + 1;
    if (text[next] === ',') continue;
    if (text[next] === '\n') line += 1;
    end();
  }
  return lines;
}

/** The cell that begins at a place, and where what separates it from the next one stands. */
function readCell(text: string, from: number): { cell: string; next: number; breaks: number } {
  const quoted = /"((?:[^"]|"")*)"[ \t\r]*(?=[,\n]|$)/y;
  quoted.lastIndex = from;
  const found = quoted.exec(text);
  if (found !== null) {
    const inside = found[1] ?? '';
    const breaks = inside.split('\n').length - 1;
    return { cell: inside.replaceAll('""', '"'), next: quoted.lastIndex, breaks };
  }
  const plain = /[^,\n]*/y;
  plain.lastIndex = from;
  const cell = plain.exec(text)?.[0] ?? '';
  return { cell: cell.replace(/\r$/, '').trim(), next: from + cell.length, breaks: 0 };
}
