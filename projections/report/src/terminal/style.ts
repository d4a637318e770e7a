/** Colours of a terminal by their meaning. The 16 ANSI colours: the reader's theme decides. */

export type Tone = 'plain' | 'strong' | 'muted' | 'bad' | 'good' | 'link' | 'answered' | 'waiting';

const codes: { readonly [tone in Tone]: string } = {
  plain: '',
  strong: '1',
  muted: '2',
  bad: '31',
  good: '32',
  link: '35',
  answered: '36',
  waiting: '33',
};

export type Paint = (text: string, tone: Tone) => string;

const introducer = '\u001b[';

/** Without colour the same text comes out bare: no line may be wider or say more by its colour. */
export function painter(color: boolean): Paint {
  return (text, tone) =>
    !color || codes[tone] === '' || text === ''
      ? text
      : `${introducer}${codes[tone]}m${text}${introducer}0m`;
}

/**
 * Columns that a text takes, escapes not counted. Every sign that the report prints is one wide.
 */
export function visibleLength(text: string): number {
  let length = 0;
  let inEscape = false;
  for (const character of text) {
    if (character === '\u001b') {
      inEscape = true;
    } else if (inEscape) {
      inEscape = character !== 'm';
    } else {
      length += 1;
    }
  }
  return length;
}

/** Cut to `columns`, with an ellipsis where something is missing. For text without escapes. */
export function cutTo(text: string, columns: number): string {
  const characters = [...text.replace(/[\p{Cc}]/gu, ' ')];
  if (characters.length <= columns) {
    return characters.join('');
  }
  return columns < 1 ? '' : `${characters.slice(0, columns - 1).join('')}…`;
}

/** A step's id, cut in its component: the verb and its place say what the step does. */
export function cutId(id: string, columns: number): string {
  const slash = id.lastIndexOf('/');
  const room = columns - [...id.slice(slash)].length;
  if (slash < 0 || [...id].length <= columns || room < 4) return cutTo(id, columns);
  return cutTo(id.slice(0, slash), room) + cutTo(id.slice(slash), columns - room);
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - visibleLength(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - visibleLength(text))) + text;
}
