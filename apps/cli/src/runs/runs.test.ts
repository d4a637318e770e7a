import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  estimate,
  type JournalRecord,
  type RunResult,
  replay,
  type Timings,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { width } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import { styleFor } from '../style.ts';
import { expectGolden, testdata } from '../testing.ts';
import { endText } from './end-text.ts';
import { findRun } from './find-run.ts';
import { agoOf, listText } from './list-text.ts';
import { liveSteps } from './live-steps.ts';
import { isUnended, type RunView, viewRun } from './run-view.ts';
import { showText } from './show-text.ts';
import { commandOf, type RunWord, refusalOf } from './word.ts';

/** Its own, so that a lab that is calibrated anew changes no golden. */
const timings: Timings = {
  world: 'lab',
  timings: (['fence', 'promote', 'verify', 'approve'] as const).map((verb, index) => ({
    kind: '*',
    verb,
    distribution: { kind: 'constant', ms: 25 * (index + 1) },
    basis: 'assumed',
    source: 'a test',
  })),
};

const plain = styleFor(false);
const hints = { program: 'outrigger', state: '' };

/** The records of runs of a real lab, as `runs show --json` printed them. */
function recorded(name: string): readonly JournalRecord[] {
  const path = join(testdata, 'lab', `run-${name}.json`);
  const answer: { records: readonly JournalRecord[] } = JSON.parse(readFileSync(path, 'utf8'));
  return answer.records;
}

function viewed(records: readonly JournalRecord[]): RunView {
  const view = viewRun(records);
  if (view === null) throw new Error('no run');
  return view;
}

const done = recorded('done');
const waiting = recorded('waiting');
const resumed = recorded('resumed');
const cutShort = resumed.slice(
  0,
  resumed.findIndex(({ event }) => event.type === 'taken-over'),
);

function fits(text: string): void {
  for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
}

describe('a run as its journal tells it', () => {
  test.each([
    ['done', done, 'done'],
    ['waiting', waiting, 'needs-approval'],
    ['cut short', cutShort, 'open'],
    ['resumed', resumed, 'done'],
  ] as const)('%s', (_, records, status) => {
    const view = viewed(records);
    expect(view.status).toBe(status);
    expect(isUnended(view)).toBe(status !== 'done');
  });

  test('a drill’s notes are no run, and what cannot be read says why', () => {
    const [first] = done;
    if (first === undefined) throw new Error('no record');
    expect(viewRun([{ ...first, event: { type: 'predicted' } }])).toBeNull();
    const later = { ...first, event: { ...first.event, journalVersion: 2 } };
    expect(viewed([later])).toMatchObject({
      status: 'unreadable',
      why: 'it was written in journal version 2; this reads 1',
    });
  });
});

describe('text', () => {
  test.each([
    ['done', done],
    ['waiting', waiting],
    ['resumed', resumed],
  ] as const)('runs show: %s', (name, records) => {
    const text = showText(viewed(records), records, plain);
    expectGolden(`lab/show-${name}.txt`, text);
    fits(text);
  });

  test('runs list, newest first', () => {
    const views = [done, waiting, cutShort].map(viewed);
    const now = new Date(Date.parse(views[2]?.startedAt ?? '') + 90_000);
    expectGolden('lab/list.txt', listText(views, now, hints, plain));
    expect(listText(views, now, null, plain)).not.toContain('outrigger runs');
    expect(listText([], now, hints, plain)).toBe('No runs yet.\n');
  });

  test.each([
    [400, 'just now'],
    [59_400, '59 s ago'],
    [150_000, '2 min ago'],
    [-5_000, ''],
  ])('%d ms ago', (ms, words) => {
    const now = new Date(1_700_000_000_000);
    expect(agoOf(new Date(now.getTime() - ms).toISOString(), now)).toBe(words);
  });

  test('the steps of a run, as they end', () => {
    const plan = viewed(resumed).plan;
    if (plan === null) throw new Error('no plan');
    const lines: string[] = [];
    const { tell } = liveSteps({
      expectedMs: new Map(estimate(plan, timings).steps.map((step) => [step.id, step.expectedMs])),
      baseMs: null,
      options: { color: false, columns: 80 },
      write: (line) => lines.push(line),
    });
    for (const record of resumed) tell([record]);
    expectGolden('lab/live.txt', `${lines.join('\n')}\n`);
    fits(lines.join('\n'));
  });

  test('how a run ends, and how it goes on', () => {
    const plan = viewed(waiting).plan;
    const { state } = replay(waiting);
    if (plan === null || state === undefined) throw new Error('no plan');
    const question = {
      step: 'orders-db/approve',
      component: 'orders-db',
      why: 'may-lose-data',
      facts: { lagMs: null, rpoMs: 60_000 },
    } as const;
    const statuses: readonly RunResult['status'][] = [
      'done',
      'cancelled',
      'went-back',
      'needs-approval',
      'failed',
      'paused',
      'stopped',
      'refused',
    ];
    const texts = statuses.map((status) => {
      const questions = status === 'needs-approval' ? [question] : [];
      const result = { status, state, questions, rejected: [], why: 'another controller has it' };
      return endText({ run: 'shop-0102-030405-3f2a', plan, result, tookMs: 1234 }, hints, plain);
    });
    expectGolden('lab/ends.txt', texts.join(''));
  });
});

describe('an id', () => {
  const runs = ['shop-0102-030405-3f2a', 'shop-0102-030405-9c1d', 'shop-0103-111213-3f2b'];

  test.each([
    ['shop-0102-030405-9c1d', runs[1]],
    ['9c1d', runs[1]],
    ['3f2a', runs[0]],
    ['shop-0103', runs[2]],
  ])('%s is enough', (said, run) => expect(findRun(said, runs)).toBe(run));

  test.each([
    ['shop', '3 runs begin or end with this'],
    ['beef', 'there is no such run'],
    ['', 'there is no such run'],
  ])('%j is not', (said, wrong) => {
    expect(() => findRun(said, runs)).toThrow(Refusal);
    try {
      findRun(said, runs);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.problems[0]).toMatchObject({ wrong });
      expect(error.problems[0]?.mend).toContain('shop-0103-111213-3f2b');
    }
  });

  test('where there is none yet', () => expect(() => findRun('3f2a', [])).toThrow(Refusal));
});

describe('an operator’s word is judged before the run is taken over', () => {
  const judged = (word: RunWord, step: string, records: readonly JournalRecord[]) => {
    const view = viewed(records);
    const said = { word, step, why: 'a reason', who: 'ada', when: '2026-01-02T03:04:05Z' };
    const command = commandOf(said, view);
    return command === null
      ? null
      : (refusalOf(command, records, view)?.problems[0]?.wrong ?? null);
  };

  test.each([
    ['approve', 'orders-db/approve', waiting, null],
    ['cancel', '', waiting, null],
    ['pause', '', cutShort, null],
    ['resume', '', cutShort, null],
    ['approve', 'orders-db/fence', cutShort, 'orders-db/fence asks nothing: it is done'],
    ['approve', 'nowhere/approve', waiting, 'the plan has no step nowhere/approve'],
    ['retry', 'orders-db/promote', cutShort, 'orders-db/promote has not failed: it is running'],
    ['cancel', '', done, 'the run has ended: done'],
  ] as const)('%s %s', (word, step, records, wrong) => {
    expect(judged(word, step, records)).toBe(wrong);
  });

  test('what guards data cannot be skipped', () => {
    expect(judged('skip', 'orders-db/approve', waiting)).toContain('may not be skipped');
  });
});
