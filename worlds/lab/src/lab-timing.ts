import type { LabTiming } from './layout.ts';

/**
 * The lab's clocks. AWS's own intervals (health checks every 10 s, three in a row) would make a
 * drill last minutes; the lab keeps their order and proportions and divides them by about 100.
 *
 * The lease ends before a detection can be complete: last good probe + 3 intervals + a time-out is
 * 450 ms at the least, a lease with its margin 420 ms. So nobody waits for the lease afterwards.
 */
export const labTiming: LabTiming = {
  leaseMs: 380,
  leaseMarginMs: 20,
  leaseRenewMs: 70,
  probeIntervalMs: 100,
  probeTimeoutMs: 250,
  probeThreshold: 3,
  heartbeatMs: 40,
  entryCheckIntervalMs: 25,
  entryCheckTimeoutMs: 250,
  entryCheckThreshold: 3,
  syncStandbyTimeoutMs: 250,
};

/** Link delays, each way, in ms: about us-east-1 to us-west-2, and to a near third region. */
export const linkDelayMs = { regionToRegion: 30, witnessToRegion: 5 } as const;

/** Bandwidth of a link, bytes a second: 1 Gbit/s. */
export const linkBandwidthBytesPerSecond = 125_000_000;
