/** Chart primitives: coordinates with one decimal, text that knows its width, paths in batches. */
import { html, type Markup, type MarkupValue } from './markup.ts';

/** 0.1 px is finer than any screen shows. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly className: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly content: MarkupValue;
}

export function figure({ width, height, className, label, content }: Figure): Markup {
  return html`<svg class="${className}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}" width="${coordinate(width)}" height="${coordinate(height)}" role="img" aria-label="${label}"><title>${label}</title>${content}</svg>`;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function text(
  place: Place,
  content: string,
  className = '',
  anchor: 'start' | 'middle' | 'end' = 'start',
): Markup {
  const at = anchor === 'start' ? '' : anchor;
  return html`<text x="${coordinate(place.x)}" y="${coordinate(place.y)}"${className === '' ? null : html` class="${className}"`}${at === '' ? null : html` text-anchor="${at}"`}>${content}</text>`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect(
  box: Box,
  className: string,
  options: { radius?: number; title?: string } = {},
): Markup {
  const { radius = 0, title } = options;
  return html`<rect x="${coordinate(box.x)}" y="${coordinate(box.y)}" width="${coordinate(Math.max(0, box.width))}" height="${coordinate(Math.max(0, box.height))}"${radius > 0 ? html` rx="${radius}"` : null} class="${className}">${title === undefined ? null : html`<title>${title}</title>`}</rect>`;
}

export function path(d: string, className: string): Markup {
  return d === '' ? html`` : html`<path d="${d}" class="${className}"/>`;
}

export function vertical(x: number, fromY: number, toY: number, className: string): Markup {
  return path(`M${coordinate(x)} ${coordinate(fromY)}V${coordinate(toY)}`, className);
}

export function horizontal(fromX: number, toX: number, y: number, className: string): Markup {
  return path(`M${coordinate(fromX)} ${coordinate(y)}H${coordinate(toX)}`, className);
}

/**
 * Thousands of dots as one path: a line of no length with round ends is a dot. Dots that would
 * cover each other are drawn once.
 */
export function dots(places: readonly Place[], className: string): Markup {
  const seen = new Set<string>();
  for (const { x, y } of places) {
    seen.add(`M${coordinate(Math.round(x * 2) / 2)} ${coordinate(Math.round(y * 2) / 2)}h0`);
  }
  return path([...seen].join(''), className);
}

/** The same for failed requests: crosses, so that colour is not all that tells them apart. */
export function crosses(places: readonly Place[], className: string, size = 1.6): Markup {
  const seen = new Set<string>();
  for (const { x, y } of places) {
    const at = `M${coordinate(Math.round(x * 2) / 2 - size)} ${coordinate(Math.round(y * 2) / 2 - size)}`;
    seen.add(`${at}l${2 * size} ${2 * size}m0-${2 * size}l-${2 * size} ${2 * size}`);
  }
  return path([...seen].join(''), className);
}

/** A run of the same value is one segment: steps for counts per bin. */
export function stepPath(
  values: readonly number[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let d = '';
  let before: number | null = null;
  for (const [index, value] of values.entries()) {
    if (before === null) {
      d += `M${coordinate(x(index))} ${coordinate(y(value))}`;
    } else if (value !== before) {
      d += `H${coordinate(x(index))}V${coordinate(y(value))}`;
    }
    before = value;
  }
  return values.length === 0 ? '' : `${d}H${coordinate(x(values.length))}`;
}

/** Advance widths of Open Sans in 1/2048 em, by the characters that share them roughly. */
const advances: readonly (readonly [string, number])[] = [
  ["ijlI| .,:;'!·", 545],
  ['()[]', 620],
  ['ft-/r', 760],
  ['szc', 985],
  ['vxyk', 1075],
  ['aegLFEJ', 1145],
  ['bdhnopqu', 1256],
  ['STYZPVX', 1200],
  ['ABCKR', 1320],
  ['DGHNOQU', 1540],
  ['w', 1600],
  ['mMW%@—→', 1910],
];

const advanceOf = new Map(
  advances.flatMap(([characters, width]) => [...characters].map((one) => [one, width] as const)),
);

/** Digits and whatever is not listed. */
const usualAdvance = 1180;

/** Width that a text takes, px: good to some percent, so leave room. */
export function textWidth(
  content: string,
  size: number,
  weight: 'normal' | 'bold' | 'mono' = 'normal',
): number {
  if (weight === 'mono') {
    return [...content].length * 0.605 * size;
  }
  let units = 0;
  for (const character of content) {
    units += advanceOf.get(character) ?? usualAdvance;
  }
  return (units / 2048) * size * (weight === 'bold' ? 1.06 : 1.01);
}

/** Cut with an ellipsis to what fits in `width` px. */
export function fitText(
  content: string,
  width: number,
  size: number,
  weight: 'normal' | 'bold' | 'mono' = 'normal',
): string {
  if (textWidth(content, size, weight) <= width) {
    return content;
  }
  const characters = [...content];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width) {
    characters.pop();
  }
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`;
}

export interface Label {
  /** Where its mark is. */
  readonly x: number;
  readonly width: number;
  /** Room that the mark itself takes on the label's side. */
  readonly gap: number;
  readonly prefer: 'start' | 'end';
}

export interface PlacedLabel {
  /** From 0; each row is a line of text. */
  readonly row: number;
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

/** Puts labels beside their marks, in the first row where nothing is in the way. */
export function placeLabels(
  labels: readonly Label[],
  fromX: number,
  toX: number,
): readonly PlacedLabel[] {
  const taken: { row: number; fromX: number; toX: number }[] = [];
  return labels.map((label) => {
    const sides: readonly ('start' | 'end')[] =
      label.prefer === 'start' ? ['start', 'end'] : ['end', 'start'];
    for (let row = 0; ; row += 1) {
      for (const anchor of sides) {
        const left = anchor === 'start' ? label.x - 8 : label.x - label.gap - label.width;
        const right = anchor === 'start' ? label.x + label.gap + label.width : label.x + 8;
        const inside = (anchor === 'start' || left >= fromX) && right <= toX;
        const free = taken.every(
          (item) => item.row !== row || item.toX < left || item.fromX > right,
        );
        if (free && inside) {
          taken.push({ row, fromX: left, toX: right + 6 });
          const x = anchor === 'start' ? label.x + label.gap : label.x - label.gap;
          return { row, x, anchor };
        }
      }
      // A label too long for either side is pushed in from the border, in a row of its own.
      if (row > 0 && taken.every((item) => item.row !== row)) {
        taken.push({ row, fromX, toX });
        const x = Math.max(fromX, Math.min(label.x + label.gap, toX - label.width));
        return { row, x, anchor: 'start' };
      }
    }
  });
}
