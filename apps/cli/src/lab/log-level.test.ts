import { expect, test } from 'vitest';
import { run } from '../testing.ts';
import { labLogLevel } from './log-level.ts';

test.each([
  [undefined, 'info'],
  ['', 'info'],
  ['debug', 'debug'],
  ['warn', 'warn'],
])('%s in the environment', (written, level) => {
  const environment = written === undefined ? {} : { OUTRIGGER_LOG_LEVEL: written };
  expect(labLogLevel({ environment })).toBe(level);
});

test.each(['drill', 'lab up'])(
  '%s: one that is none is told before a lab starts',
  async (words) => {
    const environment = { OUTRIGGER_LOG_LEVEL: 'loud' };
    const { code, stderr } = await run([...words.split(' '), 'small-lab.ts'], { environment });
    expect(code).toBe(2);
    expect(stderr).toContain('1  OUTRIGGER_LOG_LEVEL');
    expect(stderr).toMatch(/'loud'\n.*is no level of a log/);
    expect(stderr).toContain('use debug, info, warn');
  },
);
