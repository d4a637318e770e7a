/** What a design asks for, line by line, and where each line is kept. */

/** Who writes what a line asks for. */
export const projections = [
  'terraform',
  'kubernetes',
  'delivery',
  'monitoring',
  'diagram',
  'documents',
] as const;

export interface Requirement {
  /** As the design says it, or as short as it can be said. */
  readonly line: string;
  readonly projection: (typeof projections)[number];
  /** The component that carries it; needed for Terraform's, unless it is one of the next three. */
  readonly by?: string;
  /**
   * What the resolved platform says of it, by path: `components.orders-db.multiZone`. Of an object
   * only what is written here is compared, of a list everything.
   */
  readonly says?: { readonly [path: string]: unknown };
  /** Terraform's own, of no component: `state` and `regions`. */
  readonly of?: 'state' | 'regions' | 'objectives';
}
