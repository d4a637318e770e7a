import type { LabTiming } from './layout.ts';

/**
 * The lab's clocks. AWS's own intervals (health checks every 10 s, three in a row) would make a
 * drill last minutes; the lab keeps their order and proportions and divides them by about 100.
 *
 * The lease ends before a detection can be complete. From a loss on, the third missed probe times
 * out after 2 intervals and a time-out at the least (380 ms), 3 and a time-out at most (460 ms);
 * the voters' lease ends after 330 to 400 ms. So nobody waits for the lease afterwards.
 */
export const labTiming: LabTiming = {
  leaseMs: 380,
  leaseMarginMs: 20,
  leaseRenewMs: 70,
  probeIntervalMs: 80,
  probeTimeoutMs: 220,
  probeThreshold: 3,
  heartbeatMs: 100,
  entryCheckIntervalMs: 80,
  entryCheckTimeoutMs: 250,
  entryUnhealthyThreshold: 2,
  syncStandbyTimeoutMs: 400,
};

/** Link delays, each way, in ms: about us-east-1 to us-west-2, and to a near third region. */
export const linkDelayMs = { regionToRegion: 30, witnessToRegion: 5 } as const;

/** Bandwidth of a link, bytes a second: 1 Gbit/s. */
export const linkBandwidthBytesPerSecond = 125_000_000;
