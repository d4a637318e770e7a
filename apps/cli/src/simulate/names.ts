import { type Plan, placeOf } from '@outrigger/recovery';
import { shellWord } from '../shell-word.ts';
import type { SimulateWords } from './request.ts';

/** `Failover of shop, us-east-1 → us-west-2, after region-loss us-east-1` */
export function titleOf({ intent, platform, from, to, failure }: Plan): string {
  const what = { failover: 'Failover', switchover: 'Switchover', failback: 'Failback' }[intent];
  const way = from === null ? `in ${to}` : `${from} → ${to}`;
  const after = failure === null ? '' : `, after ${failure.kind} ${placeOf(failure)}`;
  return `${what} of ${platform}, ${way}${after}`;
}

const worldWords = {
  aws: 'durations of AWS, as documents and assumptions have them; nothing was measured',
  lab: 'durations of the lab, on one machine; they say nothing of AWS',
  sim: 'durations of the simulator',
} as const;

/** Whose durations these are, in a sentence: the lab's say nothing of AWS. */
export function durationWords(world: keyof typeof worldWords, file: string | null): string {
  if (file === null) return worldWords[world];
  if (world === 'lab') return `durations of ${file}, else of the lab; they say nothing of AWS`;
  return `durations of ${file}, else as AWS’s documents and assumptions have them`;
}

/** What the RTO is the time of: how long … Behind a name, some clients never ask again. */
export function rtoWords(of: string, isBehindName: boolean): string {
  if (of === 'pause') return 'writes pause';
  return isBehindName
    ? 'until all clients that ask the name again are served'
    : 'until every client is served';
}

/** A command that shows one run again. */
export function replayCommand(
  platform: string | undefined,
  words: SimulateWords,
  run: number,
): string {
  const options = [
    ['--failure', words.failure],
    ['--intent', words.intent],
    ['--from', words.from],
    ['--to', words.to],
    ['--disturb', words.disturb],
    ['--world', words.world === 'aws' ? undefined : words.world],
    ['--timings', words.timings],
    ['--rto', words.rto],
    ['--rpo', words.rpo],
    ['--seed', words.seed],
    ['--run', String(run)],
  ] as const;
  const written = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${shellWord(value)}`],
  );
  const isEngine = words.engine === true && words.disturb === undefined;
  const begin = [
    'outrigger simulate',
    ...(platform === undefined ? [] : [shellWord(platform)]),
    ...(isEngine ? ['--engine'] : []),
  ];
  return [begin.join(' '), ...written].join(' ');
}
