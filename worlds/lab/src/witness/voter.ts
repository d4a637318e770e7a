import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ControlError, type ControlRoutes } from '../control/server.ts';
import {
  giveVote,
  recoverVotes,
  releaseVote,
  type VoteAnswer,
  type VoteRequest,
  type VoteState,
} from './votes.ts';

export interface Voter {
  readonly routes: ControlRoutes;
}

const voteRequest = z.object({
  component: z.string(),
  holder: z.string(),
  epoch: z.number().int().nonnegative(),
});

const claimRequest = voteRequest.extend({
  /** How long the claimant waits for the lease to lapse, ms. */
  waitMs: z.number().nonnegative().default(0),
  /** The holder has stopped and said so to the claimant: its lease ends here and now. */
  releasedBy: z.object({ holder: z.string(), epoch: z.number().int() }).optional(),
});

const storedVotes = z.record(z.string(), z.object({ epoch: z.number(), holder: z.string() }));

/**
 * A site's vote, kept by a process: the witness, or the agent of a region's voting zone. A new
 * holder or epoch is on disk before it is answered; a renewal is not, since a voter that restarts
 * assumes a full lease.
 */
export function createVoter(options: {
  readonly file: string;
  readonly leaseMs: number;
  readonly marginMs: number;
  readonly now: () => number;
}): Voter {
  const grantMs = options.leaseMs + options.marginMs;
  let state: VoteState = recoverVotes(load(options.file), options.now(), grantMs);
  /** What a restart would find. */
  let saved = state;
  let writing: Promise<void> = Promise.resolve();

  const store = (next: VoteState): Promise<void> => {
    state = next;
    const write = async (): Promise<void> => {
      await save(options.file, next);
      saved = next;
    };
    // A disk that was full once may have room again.
    writing = writing.then(write, write);
    return writing;
  };

  const isSaved = ({ component, holder, epoch }: VoteRequest): boolean => {
    const vote = saved[component];
    return vote?.epoch === epoch && vote.holder === holder;
  };

  const claim = async (body: unknown): Promise<VoteAnswer> => {
    const request = parse(claimRequest, body);
    const deadline = options.now() + request.waitMs;
    if (request.releasedBy !== undefined) {
      const released = { component: request.component, ...request.releasedBy };
      state = releaseVote(state, released, options.now());
    }
    for (;;) {
      const now = options.now();
      const { state: next, answer } = giveVote(state, request, now, grantMs);
      if (answer.granted) {
        await store(next);
        return answer;
      }
      // A holder that renews pushes the end of its lease on; the claimant's patience does not move.
      if (answer.epoch >= request.epoch || now + answer.remainingMs > deadline) return answer;
      await delay(Math.max(1, Math.ceil(answer.remainingMs)));
    }
  };

  const routes: ControlRoutes = {
    'POST /lease/renew': async ({ body }) => {
      const request = parse(voteRequest, body);
      const { state: next, answer } = giveVote(state, request, options.now(), grantMs);
      // Also while the claim that gave it the vote is still on its way to the disk.
      if (answer.granted && !isSaved(request)) await store(next);
      else state = next;
      return answer;
    },
    'POST /lease/claim': ({ body }) => claim(body),
    'GET /lease': () => view(state, options.now()),
  };
  return { routes };
}

/** For detection: what is left of each lease at this site, ms; 0 when it has lapsed. */
function view(state: VoteState, now: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state).map(([component, vote]) => [
      component,
      { epoch: vote.epoch, holder: vote.holder, remainingMs: Math.max(0, vote.expiresAt - now) },
    ]),
  );
}

export function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw new ControlError(400, z.prettifyError(result.error));
  return result.data;
}

function load(file: string): VoteState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  const votes = storedVotes.parse(JSON.parse(text));
  return Object.fromEntries(
    Object.entries(votes).map(([component, vote]) => [component, { ...vote, expiresAt: 0 }]),
  );
}

async function save(file: string, state: VoteState): Promise<void> {
  const votes = Object.fromEntries(
    Object.entries(state).map(([component, { epoch, holder }]) => [component, { epoch, holder }]),
  );
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(votes));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
