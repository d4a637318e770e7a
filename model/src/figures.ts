/** A figure as it is written: itself, or what stands in for it, with who says so. */
import type { Asked } from './component.ts';

/**
 * With `asked`: AWS retired that, and `used` stands in for it. Without: our tables don't know
 * `used` yet, and `source` says that AWS offers it.
 */
export interface FigureWithSource {
  readonly asked?: string | undefined;
  readonly used: string;
  readonly source: string;
}

export type WrittenFigure = string | FigureWithSource;

export function usedOf(figure: WrittenFigure): string {
  return typeof figure === 'string' ? figure : figure.used;
}

/** Whoever writes it answers for it, by its source: no table is asked. */
export function isVouchedFor(figure: WrittenFigure): boolean {
  return typeof figure !== 'string' && figure.asked === undefined;
}

export function askedOf(figure: WrittenFigure): Asked | null {
  if (typeof figure === 'string' || figure.asked === undefined) return null;
  return { asked: figure.asked, used: figure.used, source: figure.source };
}
