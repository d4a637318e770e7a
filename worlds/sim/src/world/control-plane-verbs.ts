import type { Action, Verb } from '@outrigger/recovery';

/**
 * What is done by calling a control plane. The rest is done by the data plane: a region is admitted
 * by its own `/readyz`, writes are held by the gateway, a canary is read back, and a fence is the
 * voters' word.
 */
const verbs: ReadonlySet<Verb> = new Set<Verb>([
  'promote',
  'transfer',
  'rejoin',
  'salvage',
  'restore',
  'rebuild',
  'detach-replication',
  'attach-replication',
  'scale',
  'repoint',
  'suspend-automation',
  'resume-automation',
]);

export function callsControlPlane({ verb }: Action): boolean {
  return verbs.has(verb);
}
