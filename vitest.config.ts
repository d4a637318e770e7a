import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// What Node makes of a TypeScript file, kept between all processes that tests start: a lab of a
// test would else begin by compiling some thirty programs.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compile');

/** Raise a lab of many processes, and hold it for tens of seconds. */
const labs = [
  'apps/cli/src/lab/*lab.test.ts',
  'apps/cli/src/drill/{init-drill,interrupted}.test.ts',
];
const exclude = ['**/node_modules/**'];

export default defineConfig({
  test: {
    // Waits end on events; this is only the limit that a hang would reach.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // In the order of their names: what takes longest begins first.
    projects: [
      { extends: true, test: { name: 'labs', include: labs, exclude } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['**/*.test.ts'],
          exclude: [...exclude, ...labs],
          // A process of its own for each of 200 files costs more than most of them do: two
          // processes take them all, and read and compile our modules once.
          isolate: false,
        },
      },
    ],
  },
});
