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

/** Whose durations these are, in a sentence: the lab's say nothing of AWS. */
export const worldWords = {
  aws: 'durations of AWS, as documents and assumptions have them; nothing was measured',
  lab: 'durations of the lab, on one machine; they say nothing of AWS',
  sim: 'durations of the simulator',
} as const;

/** What the RTO is the time of: how long … */
export function rtoWords(of: string): string {
  return of === 'pause' ? 'writes pause' : 'until every client is served';
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
  const begin = ['outrigger simulate', ...(platform === undefined ? [] : [shellWord(platform)])];
  return [begin.join(' '), ...written].join(' ');
}

/** What would make a step faster, for those where something can be named. */
export function mendWords(plan: Plan, draw: string): string | null {
  switch (draw) {
    case 'detect':
      return 'health checks more often, or fewer of them in a row';
    case 'ttl':
    case 'forget':
      return 'a shorter time to live, or an entry with fixed addresses';
    case 'serve':
      return 'clients that try again sooner';
  }
  if (draw.endsWith(' answered')) return 'approve it beforehand, within an RPO';
  const action = plan.steps.find(({ id }) => id === draw)?.action;
  if (action === undefined) return null;
  const kind = plan.kinds[action.component];
  if (action.verb === 'scale' && kind === 'kubernetes-cluster') {
    return 'a warm pool, or more nodes that run there already';
  }
  if (action.verb === 'scale') return 'more pods that run there already';
  if (action.verb === 'promote' && kind === 'postgres' && action.arguments.lossless !== true) {
    return 'an Aurora global database: a replica of RDS is promoted in minutes';
  }
  return null;
}
