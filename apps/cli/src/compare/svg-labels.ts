/** A part of a picture that is taken, or free: in its own units, y down. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is to be named, and the dot that it is about. */
export interface Named {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A name at its place: where its text is drawn, and what it covers there. */
export interface Label extends Box {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export const dotRadius = 7;
/** Of a letter of 12 px, in a wide font: the browser's own is not known here. */
const letterWidth = 7.2;
const lineHeight = 15;
/** As far from its dot as a name may be, in lines. */
const linesMax = 4;
/** How much of a name may stand left of its dot, where neither its middle nor an end can. */
const slides = [0.125, 0.25, 0.375, 0.625, 0.75, 0.875];
/** Between a name and what else is there. */
const gap = 2;

export function textWidth(text: string): number {
  return [...text].length * letterWidth;
}

/**
 * Beside its dot, else above or below it: the first place inside that covers nothing that is taken
 * and no other name; where there is none, the one that covers least.
 */
export function labelsOf(
  named: readonly Named[],
  taken: readonly Box[],
  inside: Box,
): readonly Label[] {
  const covered = [...taken];
  const placed = new Map<Named, Label>();
  // From the top down, so that names stand in the order of their dots.
  for (const one of named.toSorted((left, right) => left.y - right.y)) {
    const label = placeOf(one, covered, inside);
    placed.set(one, label);
    covered.push(label);
  }
  return named.flatMap((one) => placed.get(one) ?? []);
}

function placeOf(named: Named, covered: readonly Box[], inside: Box): Label {
  const places = placesOf(named).filter((place) => isInside(place, inside));
  let best = places[0] ?? labelAt(named.x, named.y, 'middle', named.text);
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const { bottom, top } = place;
    const wide: Box = { left: place.left - gap, right: place.right + gap, top, bottom };
    const hidden = covered.reduce((sum, box) => sum + common(wide, box), 0);
    if (hidden < least) [best, least] = [place, hidden];
    if (hidden === 0) break;
  }
  return best;
}

function placesOf({ text, x, y }: Named): readonly Label[] {
  const beside = dotRadius + 4;
  const rows = Array.from({ length: linesMax }, (_, index) => (index + 1) * lineHeight);
  return [
    ...[beside, 2 * beside].flatMap((far) => [
      labelAt(x + far, y + 4, 'start', text),
      labelAt(x - far, y + 4, 'end', text),
    ]),
    ...rows.flatMap((far) =>
      [y + 4 - far, y + 4 + far].flatMap((at) => [
        ...(['middle', 'end', 'start'] as const).map((anchor) => labelAt(x, at, anchor, text)),
        ...slides.map((share) => labelAt(x - share * textWidth(text), at, 'start', text)),
      ]),
    ),
  ];
}

function labelAt(x: number, y: number, anchor: Label['anchor'], text: string): Label {
  const wide = textWidth(text);
  const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
  return { x, y, anchor, left, right: left + wide, top: y - 10, bottom: y + 3 };
}

function isInside(box: Box, { bottom, left, right, top }: Box): boolean {
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
}

/** What two boxes share; a line has no width, and is crossed all the same. */
function common(one: Box, other: Box): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide < 0 || high < 0 ? 0 : Math.max(wide, 1) * Math.max(high, 1);
}
