import { databaseSteps, type RecoveryFacet } from '@outrigger/recovery';

/**
 * As Aurora: its cluster volume, its global cluster and its control plane are RDS's. On AWS
 * `promote` is a failover of the global cluster, or of the cluster when only a zone is lost;
 * `transfer` is its switchover. Both are called in the region that takes over.
 */
export const recovery: RecoveryFacet<'documentdb'> = { hasWriter: true, steps: databaseSteps };
