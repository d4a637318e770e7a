import { join } from 'node:path';
import { resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import smallLab from '../../testdata/platforms/small-lab.ts';
import { placesOfPlatform } from '../lab/places.ts';
import { platforms, run, testdata } from '../testing.ts';
import { faultDrill } from './scenario.ts';

const resolved = resolve(smallLab);
if (!resolved.ok) throw new Error('the platform is not sound');
const { platform } = resolved;

describe('the drill of one fault', () => {
  test.each([
    // The writer leaves its region: a failback brings it home.
    ['region-loss', ['steady', 'region-loss', 'failback'], 'region-loss'],
    ['partition', ['steady', 'partition', 'failback'], 'partition'],
    ['frozen:us-east-1', ['steady', 'frozen', 'failback'], 'region-loss'],
    // Whatever else is lost is mended where it is.
    ['region-loss:us-west-2', ['steady', 'region-loss'], 'region-loss'],
    ['frozen', ['steady', 'frozen'], 'zone-loss'],
    ['zone-loss:us-east-1b', ['steady', 'zone-loss'], 'zone-loss'],
    ['process-crash', ['steady', 'process-crash'], 'zone-loss'],
    ['witness-loss', ['steady', 'witness-loss'], 'switchover'],
    ['cut:us-east-1:witness:one-way', ['steady', 'cut'], 'switchover'],
    ['slow-link:us-east-1:us-west-2:1s', ['steady', 'slow-link'], 'switchover'],
  ])('%s', (words, names, scope) => {
    const phases = faultDrill(words, platform, placesOfPlatform(platform));
    expect(phases.map((phase) => phase.name)).toEqual(names);
    expect(phases[1]).toMatchObject({ scope, mends: names.length === 2, heals: true });
  });

  test('a length of time that is none is told before a lab is started', async () => {
    const words = 'slow-link:us-east-1:us-west-2:slowly';
    const { code, stderr } = await run([
      'drill',
      join(platforms, 'small-lab.ts'),
      '--failure',
      words,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("'slowly' is not a length of time");
  });

  test('durations of another world are told before a lab is started', async () => {
    const file = join(testdata, 'timings/aws.json');
    const words = ['drill', join(platforms, 'small-lab.ts'), '--timings', file];
    const { code, stdout, stderr } = await run(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('these are timings of aws, not of lab');
  });
});
