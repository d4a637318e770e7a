/**
 * `npm run bench -- spurious [--minutes 10] [--json]`: the lab under load, nothing broken, one core
 * kept busy by something else. Counts what the detector takes for a loss: it has to be nothing.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import {
  connectLab,
  describeProblem,
  startDetector,
  startLoad,
  up,
  watchZones,
} from '@outrigger/lab';
import { resolve } from '@outrigger/model';
import input from '../examples/eks-failover/platform.ts';
import { interruptedCode, interruptSignal } from './interrupt.ts';

export const about =
  'the lab under load, nothing broken, one core kept busy by something else: what does the ' +
  'detector take for a loss? To reach: nothing, in 10 minutes.';

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      minutes: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && Number.isFinite(minutes))) {
    process.stderr.write(`--minutes ${values.minutes}: it is a number above 0\n`);
    return 2;
  }
  const signal = interruptSignal();
  const stateFolder = mkdtempSync(join(tmpdir(), 'outrigger-spurious-'));
  // As root PostgreSQL runs as another user, who has to reach its data.
  chmodSync(stateFolder, 0o711);
  try {
    const figures = await watch(stateFolder, minutes, signal);
    const { verdicts, answered, failed } = figures;
    process.stdout.write(
      values.json
        ? `${JSON.stringify(figures, null, 2)}\n`
        : `${verdicts.length} spurious failovers in ${minutes} min; ${answered} answered, ` +
            `${failed} failed\n`,
    );
    return verdicts.length === 0 ? 0 : 1;
  } catch (error) {
    if (!signal.aborted) throw error;
    return interruptedCode;
  } finally {
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

/** Rejects when it was interrupted; nothing of the lab is left then either. */
async function watch(stateFolder: string, minutes: number, signal: AbortSignal) {
  const resolved = resolve(input);
  if (!resolved.ok) throw new Error('the example does not resolve');
  const raised = await up({
    platform: resolved.platform,
    platformFolder: join(import.meta.dirname, '../examples/eks-failover'),
    platformDigest: 'bench',
    stateFolder,
    seed: 1,
    firstPort: null,
    standInRun: [],
    version: 'bench',
    unplayed: [],
    linkDelayMs: null,
    onProgress: (what) => process.stderr.write(`${what}\n`),
    signal,
  });
  if ('problem' in raised) throw new Error(describeProblem(raised.problem));
  const hog = new Worker('for (;;) {}', { eval: true });
  try {
    const lab = connectLab(stateFolder);
    const reach = watchZones(lab);
    const detector = startDetector(lab, reach);
    const started = await startLoad(stateFolder, {
      run: 'spurious',
      runFolder: join(stateFolder, 'run'),
    });
    if ('problem' in started) throw new Error(describeProblem(started.problem));
    const load = started.value;
    const verdicts: unknown[] = [];
    const ended = AbortSignal.any([AbortSignal.timeout(Math.round(minutes * 60_000)), signal]);
    while (!ended.aborted) {
      const detection = await detector.next(ended).catch(() => null);
      if (detection !== null) verdicts.push(detection.verdict);
    }
    detector.stop();
    reach.stop();
    const { answered, failed } = await load.stop();
    signal.throwIfAborted();
    return { minutes, spuriousFailovers: verdicts.length, verdicts, answered, failed };
  } finally {
    await hog.terminate();
    await raised.value.down();
  }
}
