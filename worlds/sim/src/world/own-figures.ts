import type { Timings } from '@outrigger/recovery';
import type { Figure } from './figure.ts';

/** The figures of one disturbance, by name. */
export type Figures = { readonly [figure: string]: Figure };

/** A figure of a user's, in the place of one of a disturbance's. */
export interface OwnFigure extends Figure {
  readonly disturbance: string;
  readonly figure: string;
  /** The only component that it is for; absent: for all. */
  readonly component?: string;
}

/** A world's timings, with a user's figures of what disturbs a recovery there. */
export interface WorldTimings extends Timings {
  readonly figures?: readonly OwnFigure[];
}

/** What a user has of a disturbance: for all components, and over that for this one. */
export function ownFigures(
  own: readonly OwnFigure[],
  disturbance: string,
  component?: string,
): Figures {
  const rows = own.filter((row) => row.disturbance === disturbance);
  const forAll = rows.filter((row) => row.component === undefined);
  const forOne = rows.filter((row) => component !== undefined && row.component === component);
  return Object.fromEntries([...forAll, ...forOne].map((row) => [row.figure, row]));
}
