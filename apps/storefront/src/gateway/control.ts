import { timingSafeEqual } from 'node:crypto';
import type { Logger } from '../service/log.ts';
import { invalid, RequestFailure } from '../service/outcome.ts';
import {
  type Exchange,
  headerOf,
  type JsonAnswer,
  type Routes,
  readBody,
} from '../service/server.ts';
import type { Gate } from './gate.ts';
import type { Command } from './gate-state.ts';
import type { RunIn } from './run-in.ts';

/** How long `hold` waits for the writes in flight before it answers with what is left of them. */
const quietTimeoutMs = 1_000;
const holdDeadlineMsMax = 60_000;

/** What the agent tells the gateway in a recovery. Every request carries the token and an epoch. */
export function controlRoutes(options: {
  readonly gate: Gate;
  readonly token: string;
  readonly log: Logger;
  readonly ready: () => { readonly ready: boolean; readonly [detail: string]: unknown };
  readonly runIn: RunIn;
}): Routes {
  const { gate, log } = options;
  const expected = Buffer.from(`Bearer ${options.token}`);

  function check({ request }: Exchange): void {
    const given = Buffer.from(headerOf(request, 'authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new RequestFailure(401, 'refused', 'the control token is missing or wrong');
    }
  }

  async function read(exchange: Exchange): Promise<{ readonly [name: string]: unknown }> {
    check(exchange);
    const bytes = await readBody(exchange.request, 4096);
    try {
      const body: unknown = JSON.parse(bytes.toString('utf8'));
      if (typeof body === 'object' && body !== null) return { ...body };
    } catch {
      // Told below, as every other body that is not an object.
    }
    throw invalid('the body must be a JSON object');
  }

  const state = (): { readonly [name: string]: unknown } => ({
    ...gate.state,
    held: gate.held,
    inFlight: gate.inFlight,
    ...options.ready(),
  });

  function perform(command: Command, deadlineMs?: number): JsonAnswer | null {
    const change = gate.obey(command, deadlineMs);
    if (change.kind === 'changed') {
      log.info({ command, mode: gate.state.mode, held: gate.held }, 'control command obeyed');
      return null;
    }
    const why =
      change.kind === 'stale'
        ? `epoch ${command.epoch} is over: epoch ${change.epoch} has been seen`
        : change.why;
    log.warn({ command, why }, 'control command refused');
    const status = change.kind === 'stale' ? 409 : 400;
    return { status, body: { error: why, why, outcome: 'refused', epoch: gate.state.epoch } };
  }

  return {
    'GET /control/state': (exchange) => {
      check(exchange);
      return { status: 200, body: state() };
    },
    'POST /control/run-in': async (exchange) => {
      check(exchange);
      return { status: 200, body: { ...(await options.runIn()) } };
    },
    'POST /control/hold': async (exchange) => {
      const body = await read(exchange);
      const deadlineMs =
        body.deadlineMs === undefined
          ? undefined
          : numberOf(body, 'deadlineMs', 1, holdDeadlineMsMax);
      const failed = perform({ kind: 'hold', epoch: epochOf(body), to: toOf(body) }, deadlineMs);
      if (failed !== null) return failed;
      await gate.quiet(quietTimeoutMs);
      return { status: 200, body: state() };
    },
    'POST /control/release': async (exchange) => {
      const body = await read(exchange);
      const failed = perform({ kind: 'release', epoch: epochOf(body), to: toOf(body) });
      return failed ?? { status: 200, body: state() };
    },
    'POST /control/admit': async (exchange) => {
      const body = await read(exchange);
      if (typeof body.ready !== 'boolean') throw invalid('ready must be true or false');
      const failed = perform({ kind: 'admit', epoch: epochOf(body), ready: body.ready });
      return failed ?? { status: 200, body: state() };
    },
    'POST /control/supersede': async (exchange) => {
      const body = await read(exchange);
      const { admitted } = gate.state;
      const failed = perform({ kind: 'supersede', epoch: epochOf(body) });
      return (
        failed ?? { status: 200, body: { ...state(), left: admitted && !gate.state.admitted } }
      );
    },
  };
}

/** null: nobody, or this region. */
function toOf(body: { readonly [name: string]: unknown }): string | null {
  const to = body.to ?? null;
  if (to !== null && typeof to !== 'string') throw invalid('to must be a region or null');
  return to;
}

function epochOf(body: { readonly [name: string]: unknown }): number {
  return numberOf(body, 'epoch', 0, Number.MAX_SAFE_INTEGER);
}

function numberOf(
  body: { readonly [name: string]: unknown },
  name: string,
  min: number,
  max: number,
): number {
  const value = body[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  throw invalid(`${name} must be a whole number from ${min} to ${max}`);
}
