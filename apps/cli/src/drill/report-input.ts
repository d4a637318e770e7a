import type { MemorySample } from '@outrigger/lab';
import type { Environment } from '@outrigger/report';
import type { LoadedPlatform } from '../platform/load.ts';
import type { DrillResult } from './drill.ts';
import type { EffectLog } from './effect-log.ts';
import type { Session } from './session.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly drill: string;
  readonly seed: number;
  readonly version: string;
  readonly reproduce: Environment['reproduce'];
  readonly startedAt: string;
  readonly loaded: LoadedPlatform;
  readonly session: Session;
  readonly stateFolder: string;
  readonly result: DrillResult;
  readonly effects: EffectLog;
  readonly memory: MemorySample;
}
