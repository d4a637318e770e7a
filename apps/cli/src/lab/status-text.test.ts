import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActiveFault } from '@outrigger/lab';
import { describe, expect, test } from 'vitest';
import { width } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import { styleFor } from '../style.ts';
import { expectGolden, testdata } from '../testing.ts';
import type { LabView } from './lab-view.ts';
import { meant } from './operate.ts';
import { statusText } from './status-text.ts';

function caught(act: () => unknown): Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refusal ? error : null;
  }
}

/** What `lab status --json` printed of real labs. */
function recorded(name: string): LabView {
  return JSON.parse(readFileSync(join(testdata, 'lab', `${name}.json`), 'utf8'));
}

const hints = { program: 'outrigger', state: ' --state other' };

describe('lab status', () => {
  test.each(['steady', 'zone-lost', 'waiting', 'without-witness'])('%s', (name) => {
    const text = statusText(recorded(name), hints, styleFor(false));
    expectGolden(`lab/status-${name}.txt`, text);
    for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
  });

  test('colours change no column', () => {
    const view = recorded('zone-lost');
    const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const coloured = statusText(view, hints, styleFor(true));
    expect(coloured).toMatch(colour);
    expect(coloured.replaceAll(colour, '')).toBe(statusText(view, hints, styleFor(false)));
  });

  test('what a stand-in plays is marked, and the mark is explained', () => {
    const steady = recorded('steady');
    const text = statusText(
      {
        ...steady,
        standIns: ['orders', 'catalog'],
        regions: steady.regions.map((region) => ({
          ...region,
          zones: region.zones.map((zone) => ({
            ...zone,
            services: zone.services.map((service) => ({
              ...service,
              standIn: ['orders', 'catalog'].includes(service.name),
            })),
          })),
        })),
      },
      hints,
      styleFor(false),
    );
    expectGolden('lab/status-stand-in.txt', text);
    for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
  });

  test('of what nobody tells it says so', () => {
    const steady = recorded('steady');
    const silent: LabView = {
      ...steady,
      witness: 'gone',
      entry: 'silent',
      epoch: null,
      activeRegion: null,
      regions: steady.regions.map((region) => ({
        ...region,
        dial: null,
        ready: null,
        zones: region.zones.map(({ name }) => ({ name, agent: 'gone', services: [] })),
      })),
      databases: [],
      fileStores: [],
    };
    expectGolden('lab/status-silent.txt', statusText(silent, hints, styleFor(false)));
  });
});

test('what has ended by itself is told, with what starts it again', () => {
  const view = { ...recorded('steady'), witness: 'gone' as const, ended: ['witness', 'agent-x'] };
  expect(statusText(view, hints, styleFor(false)).split('\n').slice(-7)).toEqual([
    'witness  gone',
    'entry    answers',
    'faults   none',
    'ended    witness, agent-x',
    '           no fault took this; start it again with',
    '           outrigger lab heal --state other',
    '',
  ]);
});

describe('what to heal', () => {
  const fault = (one: ActiveFault['fault']): ActiveFault => ({ fault: one, atMs: 0, frozen: [] });
  const active = [
    fault({ kind: 'zone-loss', zone: 'us-east-1a' }),
    fault({ kind: 'cut', from: 'us-east-1', to: 'us-west-2', oneWay: false }),
    fault({ kind: 'cut', from: 'us-east-1', to: 'witness', oneWay: true }),
  ];

  test.each([
    ['all', 3],
    ['cut', 2],
    ['cut:us-east-1:witness', 1],
    ['zone-loss:us-east-1a', 1],
  ])('%s', (said, count) => expect(meant(said, active, [])).toHaveLength(count));

  test('all is nothing where nothing is broken', () => expect(meant('all', [], [])).toEqual([]));

  test.each(['zone-los', 'zone-loss:us-east-1', 'region-loss'])('%s is not broken', (said) => {
    expect(() => meant(said, active, [])).toThrow(Refusal);
  });

  test('what has ended by itself is no fault, and all of it comes back at once', () => {
    const asked = () => meant('witness-loss', [], ['witness']);
    expect(asked).toThrow(Refusal);
    const told = caught(asked)?.problems[0];
    expect(told?.mend).toBe(
      'nothing is broken now; witness ended by itself: `outrigger lab heal` starts it again',
    );
  });
});
