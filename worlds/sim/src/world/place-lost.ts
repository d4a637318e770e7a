import type { Loss, Plan } from '@outrigger/recovery';

/** What a plan recovers from, with its name; null for a planned move. */
export function placeLost({ failure, intent }: Plan): { name: string; loss: Loss } | null {
  if (intent !== 'failover' || failure === null) return null;
  return { name: failure.zone ?? failure.region, loss: failure };
}
