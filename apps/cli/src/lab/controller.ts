import { hostname } from 'node:os';
import {
  type Controller,
  connectLab,
  type Detector,
  type LabPlatform,
  startDetector,
  watchZones,
} from '@outrigger/lab';
import { version } from '../program-version.ts';

/** A controller of a running lab, for as long as a command drives a run. */
export interface OpenController {
  readonly controller: Controller;
  /** Begins to look for losses; it needs a moment until what it says can be trusted. */
  detector(): Detector;
  close(): Promise<void>;
}

/** Resolves once every zone has answered, or has had its time. */
export async function openController(
  stateFolder: string,
  { platform, digest }: Pick<LabPlatform, 'platform' | 'digest'>,
): Promise<OpenController> {
  const lab = connectLab(stateFolder);
  const reach = watchZones(lab);
  await reach.refresh();
  let detector: Detector | null = null;
  return {
    controller: {
      lab,
      reach,
      platform,
      platformDigest: digest,
      versions: { outrigger: version(), node: process.versions.node },
      name: `${hostname()} ${process.pid}`,
      clock: () => new Date().toISOString(),
    },
    detector() {
      detector ??= startDetector(lab, reach);
      return detector;
    },
    async close() {
      detector?.stop();
      reach.stop();
      await lab.close();
    },
  };
}
