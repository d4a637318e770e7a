import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Colour has one meaning each; without colours the same text is printed plain. */
export interface Style {
  readonly strong: Paint;
  /** Labels and what is less important. */
  readonly quiet: Paint;
  /** Met, mended, as it should be. */
  readonly good: Paint;
  /** Failed, lost, wrong. */
  readonly bad: Paint;
  /** Waiting for a person; may lose data. */
  readonly warning: Paint;
  /** Something to run or to open. */
  readonly command: Paint;
}

const plain: Paint = (text) => text;
type Format = Parameters<typeof styleText>[0];
const paint =
  (format: Format): Paint =>
  (text) =>
    text === '' ? '' : styleText(format, text, { validateStream: false });

export function styleFor(colours: boolean): Style {
  const of = (format: Format) => (colours ? paint(format) : plain);
  return {
    strong: of('bold'),
    quiet: of('gray'),
    good: of('green'),
    bad: of('red'),
    warning: of('yellow'),
    command: of('magenta'),
  };
}

/**
 * `FORCE_COLOR` decides when it is set (`0` or `false`: none), then `NO_COLOR` (any text: none);
 * else a terminal that can has colours, a file or a pipe has none.
 */
export function wantsColours(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((environment.NO_COLOR ?? '') !== '') return false;
  return isTerminal && environment.TERM !== 'dumb';
}
