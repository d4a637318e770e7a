import type { Fault } from '@outrigger/lab';
import { resolve } from '@outrigger/model';
import { describe, expect, test } from 'vitest';
import smallLab from '../../testdata/platforms/small-lab.ts';
import { placesOfPlatform } from '../lab/places.ts';
import { hasSalvaged, isHarmless } from './report.ts';
import { benchDrill, faultDrill, fullDrill, type PhaseScenario } from './scenario.ts';

const resolved = resolve(smallLab);
if (!resolved.ok) throw new Error('the platform is not sound');
const { platform } = resolved;

describe('what was lost has been looked for', () => {
  const step = (verb: string) => ({ id: `db/${verb}`, action: { verb } });
  const event = (type: string, id: string) => ({ event: { type, step: id } });
  const failover = {
    plan: { intent: 'failover', steps: [step('fence'), step('promote')] },
    records: [event('done', 'db/promote')],
    status: 'done',
  } as const;
  const failback = {
    plan: { intent: 'failback', steps: [step('salvage'), step('rejoin')] },
    records: [event('performing', 'db/salvage')],
    status: 'stopped',
  } as const;

  test('not while nothing but the failover ran', () => {
    expect(hasSalvaged([])).toBe(false);
    expect(hasSalvaged([failover])).toBe(false);
  });

  test('not by a salvage that has only begun, but by one that is done', () => {
    expect(hasSalvaged([failover, failback])).toBe(false);
    const done = { ...failback, records: [...failback.records, event('done', 'db/salvage')] };
    expect(hasSalvaged([failover, done])).toBe(true);
  });

  test('by a way home that ended well: if it kept nothing, then nothing was kept', () => {
    const home = { ...failback, records: [], status: 'done' };
    expect(hasSalvaged([failover, home])).toBe(true);
  });
});

describe('a drill whose losses are held against what salvage kept', () => {
  test.each<[string, readonly PhaseScenario[]]>([
    ['full', fullDrill],
    ['bench', benchDrill],
  ])('%s: the loss of a region is healed, and then the writes go home', (_name, phases) => {
    const loss = phases.findIndex(({ name }) => name === 'region-loss');
    expect(phases[loss]).toMatchObject({ heals: true });
    expect(phases[loss + 1]).toMatchObject({ name: 'failback', intent: 'failback' });
  });
});

test.each([
  ['witness-loss', true],
  ['cut:us-east-1:witness:one-way', true],
  ['slow-link:us-east-1:us-west-2:1s', true],
  ['process-crash', false],
  ['zone-loss', false],
  ['region-loss', false],
])('%s should stop nobody: %s', (words, harmless) => {
  const [steady, scenario] = faultDrill(words, platform, placesOfPlatform(platform));
  if (steady === undefined || scenario === undefined) throw new Error('it has no phases');
  const fault: Fault = { kind: 'witness-loss' };
  expect(isHarmless({ fault, scenario })).toBe(harmless);
  expect(isHarmless({ fault: null, scenario: steady })).toBe(false);
});
