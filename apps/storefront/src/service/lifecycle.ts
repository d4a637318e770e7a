import { flushCompileCache } from 'node:module';
import {
  type commonSettings,
  explainProblems,
  readConfiguration,
  type Settings,
  type Values,
} from './configuration.ts';
import type { Logger } from './log.ts';
import { createLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type Routes, serve } from './server.ts';

/** What a service is made of: the part that differs between the services. */
export interface Parts {
  readonly routes: Routes;
  readonly ready: () => { readonly ready: boolean; readonly [detail: string]: unknown };
  readonly epoch: () => number;
  /** When the process begins to stop: lets go what would keep requests waiting. */
  readonly drain?: () => void;
  /** After the last request has ended. */
  readonly close: () => Promise<void> | void;
}

export interface Surroundings {
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Ends the process in order, with exit code 1: for a state that it can never leave. */
  readonly stop: (why: string) => void;
}

/** The exit code of a start that the environment makes impossible. */
export const exitBadEnvironment = 2;

/** Requests that are in flight at a stop get this long; a client gives up after 2,000 ms. */
const shutdownGraceMs = 5_000;

/**
 * The life of a service: settings, parts, server, and on SIGTERM or SIGINT the orderly end – not
 * ready, still answering while load balancers notice, then draining, then closing. A second signal
 * does not hurry it; the platform has SIGKILL for that.
 */
export async function runService<Spec extends Settings & typeof commonSettings>(
  name: string,
  spec: Spec,
  assemble: (values: Values<Spec>, surroundings: Surroundings) => Promise<Parts> | Parts,
): Promise<void> {
  const read = readConfiguration(process.env, spec);
  if (read.kind === 'wrong') {
    process.stderr.write(explainProblems(name, read.problems));
    process.exitCode = exitBadEnvironment;
    return;
  }
  const values = read.values;
  const common: Values<typeof commonSettings> = values;
  const log = createLog({
    service: common.SERVICE,
    region: common.REGION,
    zone: common.ZONE,
    level: common.LOG_LEVEL,
  });
  const metrics = createMetrics(common.SERVICE);
  let draining = false;
  let end: (why: string, exitCode: number) => void = () => {};
  const parts = await assemble(values, { log, metrics, stop: (why) => end(why, 1) });
  const server = await serve({
    host: common.HOST,
    port: common.PORT,
    region: common.REGION,
    zone: common.ZONE,
    routes: parts.routes,
    metrics,
    log,
    ready: () => (draining ? { ready: false, draining } : parts.ready()),
    epoch: parts.epoch,
  }).catch(async (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} cannot listen on ${common.HOST}:${common.PORT}: ${why}\n`);
    await parts.close();
    return null;
  });
  if (server === null) {
    process.exitCode = 1;
    return;
  }
  log.info({ port: server.port, start_ms: Math.round(performance.now()) }, 'listening');
  // Written now and not at the exit, which may be a SIGKILL. Without a cache this does nothing.
  flushCompileCache();

  end = (why, exitCode) => {
    if (draining) return;
    draining = true;
    server.retire();
    log.info({ why, in_flight: server.inFlight }, 'stopping');
    const drain = async (): Promise<void> => {
      parts.drain?.();
      await server.close(shutdownGraceMs);
      await parts.close();
      log.info('stopped');
      process.exit(exitCode);
    };
    setTimeout(() => void drain(), common.DRAIN_MS);
  };
  process.on('SIGTERM', () => end('SIGTERM', 0));
  process.on('SIGINT', () => end('SIGINT', 0));
}
