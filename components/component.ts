import type { Kind } from '@outrigger/model';
import type { NoFacet, RecoveryFacet } from '@outrigger/recovery';
import type { TerraformFacet } from '@outrigger/terraform';
import type { CostFacet } from './cost.ts';

/** What one kind of component contributes to each engine. A facet that is absent says why. */
export interface Component<K extends Kind> {
  readonly kind: K;
  /** As people call it: "Aurora". */
  readonly title: string;
  /** What it is and how it is recovered, in prose, for generated documents. */
  readonly documentation: string;
  readonly recovery: RecoveryFacet<K> | NoFacet;
  readonly cost: CostFacet<K> | NoFacet;
  readonly terraform: TerraformFacet<K> | NoFacet;
}
