/**
 * `npm run bench -- spurious [--minutes 10] [--json]`: the lab under load, nothing broken, one core
 * kept busy by something else. Counts what the detector takes for a loss: it has to be nothing.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { connectLab, startDetector, startLoad, up, watchZones } from '@outrigger/lab';
import { resolve } from '@outrigger/model';
import input from '../examples/eks-failover/platform.ts';

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      minutes: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const minutes = Number(values.minutes);
  const resolved = resolve(input);
  if (!resolved.ok) throw new Error('the example does not resolve');
  const stateFolder = mkdtempSync(join(tmpdir(), 'outrigger-spurious-'));
  // As root PostgreSQL runs as another user, who has to reach its data.
  chmodSync(stateFolder, 0o711);
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
  });
  if ('problem' in raised) {
    rmSync(stateFolder, { recursive: true, force: true });
    throw new Error(`${raised.problem.wrong}: ${raised.problem.value}`);
  }
  const hog = new Worker('for (;;) {}', { eval: true });
  try {
    const lab = connectLab(stateFolder);
    const reach = watchZones(lab);
    const detector = startDetector(lab, reach);
    const load = await startLoad(stateFolder, {
      run: 'spurious',
      runFolder: join(stateFolder, 'run'),
    });
    const verdicts: unknown[] = [];
    const ended = AbortSignal.timeout(Math.round(minutes * 60_000));
    while (!ended.aborted) {
      const detection = await detector.next(ended).catch(() => null);
      if (detection !== null) verdicts.push(detection.verdict);
    }
    detector.stop();
    reach.stop();
    const { answered, failed } = await load.stop();
    const figures = { minutes, spuriousFailovers: verdicts.length, verdicts, answered, failed };
    process.stdout.write(
      values.json
        ? `${JSON.stringify(figures, null, 2)}\n`
        : `${verdicts.length} spurious failovers in ${minutes} min; ${answered} answered, ` +
            `${failed} failed\n`,
    );
    return verdicts.length === 0 ? 0 : 1;
  } finally {
    await hog.terminate();
    await raised.value.down();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}
