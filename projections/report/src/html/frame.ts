/** The two layouts of the time pictures: wide with names at the left, narrow with names above. */

import { html, type Markup } from './markup.ts';
import { text } from './svg.ts';

export interface Frame {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  /** Of the whole drill's picture. */
  readonly left: number;
  readonly right: number;
  /** Of a lens: it needs room for steps' names. */
  readonly lensLeft: number;
  readonly lensRight: number;
}

export const wide: Frame = {
  kind: 'wide',
  width: 1216,
  left: 150,
  right: 1146,
  lensLeft: 200,
  lensRight: 1098,
};

export const narrow: Frame = {
  kind: 'narrow',
  width: 360,
  left: 0,
  right: 314,
  lensLeft: 0,
  lensRight: 314,
};

export const frames: readonly Frame[] = [wide, narrow];

/** Room above a band that the narrow layout needs for the band's name. */
export function nameRoom(frame: Frame): number {
  return frame.kind === 'wide' ? 0 : 20;
}

/**
 * A band's name: at the left in the wide layout with its lines below, above the band in the narrow.
 */
export function bandName(
  frame: Frame,
  y: number,
  name: string,
  lines: readonly string[],
  className = '',
): Markup {
  if (frame.kind === 'narrow') {
    return html`<text x="0" y="${y - 6}"><tspan class="strong ${className}">${name}</tspan><tspan class="axis-text" dx="6">${lines.join(' ')}</tspan></text>`;
  }
  return html`${text({ x: 0, y }, name, `strong ${className}`.trim())}${lines.map((line, index) =>
    text({ x: 0, y: y + 16 + index * 16 }, line, 'axis-text'),
  )}`;
}
