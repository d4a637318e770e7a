import { describe, expect, test } from 'vitest';
import { problemsText } from '../problems.ts';
import { Refusal } from '../refusal.ts';
import { styleFor } from '../style.ts';
import { expectGolden } from '../testing.ts';
import { faultForms, faultSentence, faultWords, type Places, readFault } from './fault-words.ts';

const places: Places = {
  regions: [
    { name: 'us-east-1', zones: ['us-east-1a', 'us-east-1b'] },
    { name: 'us-west-2', zones: ['us-west-2a'] },
  ],
  processes: () => ['agent', 'gateway', 'orders', 'orders-db'],
};
const writer = { region: 'us-west-2', zone: 'us-west-2a', component: 'orders-db' };
const read = (words: string) => readFault(words, places, 'fault');

describe('a fault in words', () => {
  test.each([
    ['zone-loss:us-east-1a', { kind: 'zone-loss', zone: 'us-east-1a' }],
    ['region-loss:us-east-1', { kind: 'region-loss', region: 'us-east-1' }],
    ['partition:us-west-2', { kind: 'partition', region: 'us-west-2' }],
    ['witness-loss', { kind: 'witness-loss' }],
    ['cut:us-east-1:witness', { kind: 'cut', from: 'us-east-1', to: 'witness', oneWay: false }],
    [
      'cut:us-east-1:us-west-2:one-way',
      { kind: 'cut', from: 'us-east-1', to: 'us-west-2', oneWay: true },
    ],
    [
      'slow-link:us-east-1:us-west-2:500ms',
      {
        kind: 'slow-link',
        from: 'us-east-1',
        to: 'us-west-2',
        delayMs: 500,
        bandwidthBytesPerSecond: null,
      },
    ],
    [
      'slow-link:us-east-1:us-west-2:30ms:1048576B',
      {
        kind: 'slow-link',
        from: 'us-east-1',
        to: 'us-west-2',
        delayMs: 30,
        bandwidthBytesPerSecond: 1024 ** 2,
      },
    ],
    [
      'process-crash:us-east-1a:orders',
      { kind: 'process-crash', zone: 'us-east-1a', process: 'orders' },
    ],
    ['frozen:us-east-1a', { kind: 'frozen', zone: 'us-east-1a' }],
    ['frozen:us-east-1', { kind: 'frozen', region: 'us-east-1' }],
  ])('%s is read, and written as it was', (words, fault) => {
    const said = read(words);
    expect(said.needsWriter).toBe(false);
    expect(said.at(writer)).toEqual(fault);
    expect(faultWords(said.at(writer))).toBe(words);
    expect(faultSentence(said.at(writer))).not.toBe('');
  });

  test.each([
    ['zone-loss', { kind: 'zone-loss', zone: 'us-west-2a' }],
    ['region-loss', { kind: 'region-loss', region: 'us-west-2' }],
    ['partition', { kind: 'partition', region: 'us-west-2' }],
    ['frozen', { kind: 'frozen', zone: 'us-west-2a' }],
    ['process-crash', { kind: 'process-crash', zone: 'us-west-2a', process: 'orders-db' }],
    [
      'process-crash:us-east-1a',
      { kind: 'process-crash', zone: 'us-east-1a', process: 'orders-db' },
    ],
  ])('%s without a place falls where the database is written', (words, fault) => {
    const said = read(words);
    expect(said.needsWriter).toBe(true);
    expect(said.at(writer)).toEqual(fault);
  });

  test('what cannot be injected names what can', () => {
    const wrong = [
      'zone-lost:us-east-1a',
      'meteor',
      'zone-loss:us-east-1z',
      'region-loss:us-east-2',
      'region-loss:us-east-1:all',
      'zone-loss:',
      'cut:us-east-1',
      'cut:us-east-1:us-east-1',
      'cut:us-east-1:mars',
      'cut:us-east-1:us-west-2:twice',
      'slow-link:us-east-1:us-west-2:slowly',
      'slow-link:us-east-1:us-west-2:30ms:wide',
      'process-crash:us-east-1a:order',
      'frozen:moon',
    ].map((words) => {
      try {
        read(words);
      } catch (error) {
        if (error instanceof Refusal) return problemsText(error, styleFor(false));
        throw error;
      }
      return `${words} was read`;
    });
    expectGolden('lab/faults-refused.txt', wrong.join('\n'));
  });

  test('each form begins with its kind', () => {
    expect(faultForms).toHaveLength(8);
    for (const form of faultForms) expect(form).toMatch(/^[a-z-]+(:<|$)/);
  });
});
