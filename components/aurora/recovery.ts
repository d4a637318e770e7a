import { databaseSteps, type RecoveryFacet } from '@outrigger/recovery';

/**
 * On AWS `promote` is a failover of the global cluster with `AllowDataLoss`, or of the cluster when
 * only a zone is lost; `transfer` is its switchover. Both are called in the region that takes over.
 */
export const recovery: RecoveryFacet<'aurora'> = { hasWriter: true, steps: databaseSteps };
