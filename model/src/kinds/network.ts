import type { ComponentBase } from '../component.ts';

/** The VPC of each region and what joins them. Addresses and zones are the regions' own. */
export interface Network extends ComponentBase {
  readonly kind: 'network';
  readonly peering: 'all regions' | 'none';
  readonly nat: 'one per zone' | 'one per region' | 'none';
  readonly networkAcls: boolean;
  /** null: none are kept. */
  readonly flowLogs: { readonly retentionMs: number } | null;
}
