import { type Block, type Body, blocksIn, isMap, isNested, type NestedBlock } from './block.ts';
import { columnsOf, escapeText, fitsHeredoc, heredocText, isIdentifier, quoted } from './text.ts';
import { type Expression, expression, isExpression, type Published, type Value } from './value.ts';

/** How a value that another component published is written in the file at hand. */
export type Find = (wanted: Published) => Value;

/** Lists and calls that are longer than this are written one item a line. */
const lineMax = 100;
const step = '  ';

/** The text of a file, as `terraform fmt` leaves it. */
export function writeBlocks(blocks: readonly Block[], find: Find): string {
  return blocks.map((block) => writeBlock(block, find)).join('\n');
}

function writeBlock(block: Block, find: Find): string {
  const { type, labels, body, comment, remarks } = block;
  const head = [type, ...labels.map(quoted)].join(' ');
  const text = blockText(head, body, '', { find, remarks, path: '' });
  return `${commentText(comment, '')}${withAccepted(text, block)}`;
}

/** Checkov reads what is accepted inside the block, a line for each rule. */
function withAccepted(text: string, { accepted = {} }: Block): string {
  const lines = Object.entries(accepted).map(
    ([rule, reason]) => `${step}# checkov:skip=${rule}:${reason}\n`,
  );
  if (lines.length === 0) return text;
  const [head = '', ...rest] = text.split('\n');
  const inner = head.endsWith('{}') ? `${head.slice(0, -1)}\n${lines.join('')}}` : head;
  return head.endsWith('{}')
    ? `${inner}\n${rest.join('\n')}`
    : `${head}\n${lines.join('')}\n${rest.join('\n')}`;
}

interface Place {
  readonly find: Find;
  readonly remarks: Block['remarks'];
  /** Of the body, with a dot at its end: `lifecycle.` */
  readonly path: string;
}

function blockText(head: string, body: Body, indent: string, place: Place): string {
  const inner = bodyText(body, indent + step, place);
  return inner === '' ? `${indent}${head} {}\n` : `${indent}${head} {\n${inner}${indent}}\n`;
}

export function commentText(comment: string | undefined, indent: string): string {
  if (comment === undefined) return '';
  const lines = comment.split('\n').flatMap((line) => wrap(line, lineMax - 2 - indent.length));
  return lines.map((line) => `${indent}${`# ${line}`.trimEnd()}\n`).join('');
}

function wrap(text: string, columns: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && columnsOf(last) + 1 + columnsOf(word) > columns) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** How many there are, then arguments in paragraphs, then blocks, then what it waits for. */
function bodyText(body: Body, indent: string, place: Place): string {
  const paragraphs: string[] = [];
  let lines: Line[] = [];
  const close = () => {
    if (lines.length > 0) paragraphs.push(aligned(lines, indent));
    lines = [];
  };
  const blocks: string[] = [];
  const last: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const comment = place.remarks?.[place.path + name];
    if (isNested(value)) {
      for (const block of blocksIn(value)) blocks.push(nestedText(name, block, indent, place));
      continue;
    }
    const line = { name, text: valueText(value, indent, place.find, name.length + 3), comment };
    if (name === 'depends_on') {
      last.push(aligned([line], indent));
    } else if (standsAlone(line) || name === 'count' || name === 'for_each') {
      close();
      paragraphs.push(aligned([line], indent));
    } else {
      lines.push(line);
    }
  }
  close();
  return [...paragraphs, ...blocks, ...last].join('\n');
}

function nestedText(name: string, { labels, body }: NestedBlock, indent: string, place: Place) {
  const head = [name, ...(labels ?? []).map(quoted)].join(' ');
  const comment = commentText(place.remarks?.[place.path + name], indent);
  return comment + blockText(head, body, indent, { ...place, path: `${place.path}${name}.` });
}

interface Line {
  /** As it is written, quoted where it must be. */
  readonly name: string;
  readonly text: string;
  readonly comment?: string | undefined;
}

/** What opens a bracket, or has a reason above it, has no neighbours. */
function standsAlone({ text, comment }: Line): boolean {
  return comment !== undefined || (text.includes('\n') && !text.startsWith('<<'));
}

/** Equals signs of neighbours stand in one column. */
function aligned(lines: readonly Line[], indent: string): string {
  const written: string[] = [];
  let chain: Line[] = [];
  const close = () => {
    const width = Math.max(...chain.map(({ name }) => columnsOf(name)));
    for (const { name, text, comment } of chain) {
      const gap = ' '.repeat(width - columnsOf(name));
      written.push(`${commentText(comment, indent)}${indent}${name}${gap} = ${text}\n`);
    }
    chain = [];
  };
  for (const line of lines) {
    if (standsAlone(line)) close();
    chain.push(line);
    if (standsAlone(line)) close();
  }
  close();
  return written.join('');
}

/** `taken` is how many columns stand before it on its line, beside the indent. */
export function valueText(value: Value, indent: string, find: Find, taken = 0): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (isExpression(value)) return expressionText(value, indent, find, taken);
  if (Array.isArray(value)) return listText('[', value, ']', indent, find, taken);
  return isMap(value) ? mapText(value, indent, find) : '{}';
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '0' : String(value);
  throw new Error(`${value} is no number that Terraform could read`);
}

function listText(
  open: string,
  items: readonly Value[],
  close: string,
  indent: string,
  find: Find,
  taken: number,
): string {
  const flat = items.map((item) => valueText(inLine(item), indent, find));
  const line = `${open}${flat.join(', ')}${close}`;
  const isShort = !line.includes('\n') && indent.length + taken + columnsOf(line) <= lineMax;
  const last = items.at(-1);
  const endsOpen = open === '(' && last !== undefined && isHeredoc(last);
  const only = items.length === 1 && open !== '[';
  if (!endsOpen && (only || isShort)) return line;
  const deeper = indent + step;
  const lines = items.map((item, index) => {
    const stands = endsOpen && index === items.length - 1;
    return `${deeper}${valueText(stands ? item : inLine(item), deeper, find)},\n`;
  });
  // A call takes no comma after its last argument in older readers.
  return `${open}\n${lines.join('').replace(/,\n$/, open === '[' ? ',\n' : '\n')}${indent}${close}`;
}

function isHeredoc(value: Value): value is Expression & { readonly lines: readonly string[] } {
  return isExpression(value) && value[expression] === 'heredoc';
}

/** Nothing may follow a heredoc on its last line, no comma and no bracket. */
function inLine(value: Value): Value {
  return isHeredoc(value) ? `${value.lines.join('\n')}\n` : value;
}

function mapText(
  map: { readonly [key: string]: Value | undefined },
  indent: string,
  find: Find,
): string {
  const deeper = indent + step;
  const lines = Object.entries(map).flatMap(([key, value]): Line[] => {
    if (value === undefined) return [];
    const name = isIdentifier(key) && !reserved.has(key) ? key : quoted(key);
    return [{ name, text: valueText(value, deeper, find, columnsOf(name) + 3) }];
  });
  return lines.length === 0 ? '{}' : `{\n${aligned(lines, deeper)}${indent}}`;
}

/** As a bare key these would not be the text that they look like. */
const reserved: ReadonlySet<string> = new Set(['null', 'true', 'false', 'for', 'if', 'in']);

function expressionText(value: Expression, indent: string, find: Find, taken: number): string {
  switch (value[expression]) {
    case 'text':
      return value.text;
    case 'call':
      return callText(value.name, value.with, indent, find, taken + value.name.length);
    case 'template':
      return templateText(value.parts, indent, find);
    case 'heredoc':
      return fitsHeredoc(value.lines)
        ? heredocText(value.lines, indent)
        : quoted(`${value.lines.join('\n')}\n`);
    case 'published':
      return valueText(find(value), indent, find, taken);
  }
}

function callText(
  name: string,
  items: readonly Value[],
  indent: string,
  find: Find,
  taken: number,
): string {
  return `${name}${listText('(', items, ')', indent, find, taken)}`;
}

function templateText(parts: readonly (string | Expression)[], indent: string, find: Find): string {
  const inner = parts.map((part, index) => {
    if (typeof part === 'string') {
      // Before a template such a sign would be taken for its beginning.
      const sign = index === parts.length - 1 ? null : /[$%]+$/.exec(part);
      if (sign === null) return escapeText(part);
      return `${escapeText(part.slice(0, sign.index))}\${"${sign[0]}"}`;
    }
    const text = expressionText(part, indent, find, 0);
    // A text inside a text is the text itself.
    return /^"(?:[^"\\]|\\.)*"$/.test(text) ? text.slice(1, -1) : `\${${text}}`;
  });
  return `"${inner.join('')}"`;
}
