import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// What Node makes of a TypeScript file, kept between all processes that tests start: a lab of a
// test would else begin by compiling some thirty programs.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compile');

/** They raise a lab of many processes, and hold it for tens of seconds. */
const raisesLab = /\/apps\/cli\/src\/(lab\/[\w-]*lab|drill\/(init-drill|interrupted))\.test\.ts$/;

/**
 * Labs one at a time, evenly over the run: two at once wait for each other's processor, and then
 * for clients to become calm.
 */
class LabsApart extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const labs = sorted.filter(({ moduleId }) => raisesLab.test(moduleId));
    const others = sorted.filter(({ moduleId }) => !raisesLab.test(moduleId));
    if (labs.length === 0) return others;
    return labs.flatMap((lab, turn) => [
      lab,
      ...others.filter((_, index) => index % labs.length === turn),
    ]);
  }
}

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    // Waits end on events; this is only the limit that a hang would reach.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A process of its own for each of 200 files costs more than most of them do: two processes
    // take them all, and read and compile our modules once.
    isolate: false,
    sequence: { sequencer: LabsApart },
  },
});
