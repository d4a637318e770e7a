import type { Disturbance } from './disturbance.ts';
import { accelerator } from './disturbances/accelerator.ts';
import { backAgain } from './disturbances/back-again.ts';
import { capacity } from './disturbances/capacity.ts';
import { checkers } from './disturbances/checkers.ts';
import { controlPlanes } from './disturbances/control-planes.ts';
import { failing } from './disturbances/failing.ts';
import { falseAlarm } from './disturbances/false-alarm.ts';
import { grey } from './disturbances/grey.ts';
import { hanging } from './disturbances/hanging.ts';
import { lag } from './disturbances/lag.ts';
import { late } from './disturbances/late.ts';
import { managed } from './disturbances/managed.ts';
import { neighbour } from './disturbances/neighbour.ts';
import { nodes } from './disturbances/nodes.ts';
import { polling } from './disturbances/polling.ts';
import { quota } from './disturbances/quota.ts';
import { regional } from './disturbances/regional.ts';
import { staleNames } from './disturbances/stale-names.ts';
import { staleReads } from './disturbances/stale-reads.ts';
import { throttling } from './disturbances/throttling.ts';

/**
 * All that can go wrong in the simulated world. What comes later stands further out, nearer to the
 * controller: a call that is throttled never gets to where it would be polled.
 */
export const disturbances: readonly Disturbance[] = [
  checkers,
  grey,
  falseAlarm,
  backAgain,
  regional,
  neighbour,
  lag,
  staleNames,
  accelerator,
  managed,
  nodes,
  capacity,
  quota,
  staleReads,
  polling,
  throttling,
  controlPlanes,
  failing,
  hanging,
  late,
];
