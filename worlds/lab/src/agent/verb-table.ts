import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Action, Json, Outcome, PerformContext } from '@outrigger/recovery';
import { log } from '../control/environment.ts';

/** What a verb's handler found after the effect; a string is why it failed. */
export type VerbResult = { readonly facts: { readonly [fact: string]: Json } } | string;
export type VerbHandler = (action: Action, epoch: number) => Promise<VerbResult>;

export interface VerbTable {
  perform(action: Action, context: PerformContext): Promise<Outcome>;
  highestEpoch(): number;
}

/**
 * Performs an action once per key. The key is run and step, never the attempt: a repeat joins the
 * attempt that is under way, and after it is done performs again, which changes nothing, since
 * every handler works towards a state. An epoch older than the highest seen is refused.
 */
export function createVerbTable(options: {
  readonly file: string;
  readonly now: () => number;
  readonly handler: (action: Action) => VerbHandler | null;
}): VerbTable {
  const running = new Map<string, Promise<Outcome>>();
  let highestEpoch = loadEpoch(options.file);
  let savedEpoch = highestEpoch;

  const run = async (action: Action, context: PerformContext): Promise<Outcome> => {
    const handler = options.handler(action);
    if (handler === null) {
      return { kind: 'refused', why: `${action.verb} means nothing for ${action.component} here` };
    }
    try {
      const result = await handler(action, context.epoch);
      if (typeof result === 'string') return { kind: 'failed', why: result };
      return { kind: 'done', at: options.now(), facts: result.facts };
    } catch (error) {
      log('verb failed', {
        verb: action.verb,
        component: action.component,
        error: error instanceof Error ? error.stack : String(error),
      });
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    highestEpoch: () => highestEpoch,
    perform(action, context) {
      if (context.epoch < highestEpoch) {
        const why = `epoch ${context.epoch} is over: ${highestEpoch} was seen`;
        return Promise.resolve({ kind: 'refused', why });
      }
      highestEpoch = context.epoch;
      // Nothing is done under an epoch that a restart would not know: an older one would be obeyed.
      if (savedEpoch < highestEpoch) {
        saveEpoch(options.file, highestEpoch);
        savedEpoch = highestEpoch;
      }
      const key = `${context.run} ${context.step} ${action.verb} ${action.zone ?? ''}`;
      const underWay = running.get(key);
      if (underWay !== undefined) return underWay;
      const outcome = run(action, context).finally(() => running.delete(key));
      running.set(key, outcome);
      return outcome;
    },
  };
}

function loadEpoch(file: string): number {
  try {
    return Number(JSON.parse(readFileSync(file, 'utf8')).epoch);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function saveEpoch(file: string, epoch: number): void {
  writeFileSync(`${file}.new`, JSON.stringify({ epoch }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
