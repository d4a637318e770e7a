import { databaseSteps, type RecoveryFacet } from '@outrigger/recovery';

/**
 * RDS knows no atomic cross-region handover: `transfer` stays one verb, and its adapter expands it
 * (stop writes, wait until the replica has all, promote it, rebuild the old side as its replica).
 */
export const recovery: RecoveryFacet<'postgres'> = { hasWriter: true, steps: databaseSteps };
