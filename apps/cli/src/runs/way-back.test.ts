import { planFor } from '@outrigger/components';
import { resolve } from '@outrigger/model';
import {
  type Command,
  type JournalRecord,
  type PerformFault,
  type Plan,
  type RunResult,
  rehearse,
  startTopology,
} from '@outrigger/recovery';
import { expect, test } from 'vitest';
import smallLab from '../../testdata/platforms/small-lab.ts';
import { refuseSecond } from '../lab/recover.ts';
import { width } from '../layout.ts';
import { styleFor } from '../style.ts';
import { expectGolden } from '../testing.ts';
import { endText } from './end-text.ts';
import { type RunView, viewRun, wordOn } from './run-view.ts';
import { commandOf, type RunWord, refusalOf } from './word.ts';

const hints = { program: 'outrigger', state: '' };
const run = 'shop-0102-030405-3f2a';
const cancel: Command = { kind: 'cancel', who: 'ada', when: 'now', why: 'it leads nowhere' };

interface Moved {
  readonly plan: Plan;
  readonly result: RunResult;
  /** Under the id that its text has. */
  readonly records: readonly JournalRecord[];
}

/** A planned move in which every handover of the database is refused: forth and back. */
async function stuck(saidWhenFailed: readonly Command[] = []): Promise<Moved> {
  const resolved = resolve(smallLab);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { platform } = resolved;
  const topology = startTopology(platform);
  const request = { intent: 'switchover' } as const;
  const { plan, problems } = planFor({ platform, topology, request });
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  const fault = ({ verb }: { readonly verb: string }): PerformFault =>
    verb === 'transfer' ? 'refused' : 'none';
  const rehearsal = await rehearse({ platform, topology, plan, seed: 1, fault, saidWhenFailed });
  const records = rehearsal.memory.records(rehearsal.run).map((one) => ({ ...one, run }));
  return { plan, result: rehearsal.result, records };
}

function textOf({ plan, result }: Moved): string {
  const text = endText({ run, plan, result, tookMs: 1234 }, hints, styleFor(false));
  for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
  return text;
}

function viewed(records: readonly JournalRecord[]): RunView {
  const view = viewRun(records);
  if (view === null) throw new Error('no run');
  return view;
}

/** Of the words that a text says may be said to the run: those that would be refused. */
function refusedIn(text: string, records: readonly JournalRecord[]): readonly string[] {
  const view = viewed(records);
  const hinted = [
    ...text.matchAll(/runs (retry|cancel|resume) (\S+?)(?: (\S+\/\S+?))?(?=[\s`]|$)/g),
  ];
  expect(hinted.length).toBeGreaterThan(0);
  return hinted.flatMap(([words, word, , step = '']) => {
    const said = { word: word as RunWord, step, why: 'a reason', who: 'ada', when: 'now' };
    const command = commandOf(said, view);
    const refused = command === null ? null : refusalOf(command, records, view);
    return refused === null ? [] : [`${words}: ${refused.problems[0]?.wrong}`];
  });
}

function mendOfSecond(records: readonly JournalRecord[]): string {
  return refuseSecond(viewed(records)).problems[0]?.mend ?? '';
}

test('a move that can go neither on nor back says what it obeys, and no more', async () => {
  const moved = await stuck();
  expect(moved.result.status).toBe('failed');
  const text = textOf(moved);
  expectGolden('lab/stuck.txt', text);
  expect(refusedIn(text, moved.records)).toEqual([]);
  expect(text).toContain(`runs cancel ${run}`);
  const mend = mendOfSecond(moved.records);
  expect(refusedIn(mend, moved.records)).toEqual([]);
  expect(mend).toContain(`runs cancel ${run}`);
});

test('one that is still going back is not said to be given up, since it would not be', async () => {
  const { records } = await stuck();
  const turned = records.findIndex(({ event }) => event.type === 'going-back');
  for (let end = turned + 1; end < records.length - 1; end += 1) {
    const cut = records.slice(0, end);
    expect(refusedIn(mendOfSecond(cut), cut), `${end} records`).toEqual([]);
    expect(refusedIn(`runs ${wordOn(viewed(cut))}`, cut), `${end} records`).toEqual([]);
  }
});

test('given up, it has ended, says what it left, and stands in nobody’s way', async () => {
  const moved = await stuck([cancel]);
  expect(moved.result.status).toBe('cancelled');
  expectGolden('lab/given-up.txt', textOf(moved));
  expect(viewed(moved.records).status).toBe('cancelled');
});
