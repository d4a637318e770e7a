import { readFileSync } from 'node:fs';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a request left behind: rate, errors and duration per route. */
export interface Metrics {
  readonly registry: Registry;
  requestStarted(): void;
  requestEnded(route: string, method: string, status: number, seconds: number): void;
  /** Prometheus' text format. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** From 1 ms, a warm write, to 5 s, past every time-out. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const inFlight = new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that have begun and not ended.',
    registers,
  });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['route', 'method'],
    buckets: durationBuckets,
    registers,
  });
  const build = new Gauge({
    name: 'build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['service', 'version', 'node'],
    registers,
  });
  build.set({ service, version: packageVersion(), node: process.version }, 1);

  let withDefaults = false;
  return {
    registry,
    requestStarted: () => inFlight.inc(),
    requestEnded(route, method, status, seconds) {
      inFlight.dec();
      requests.inc({ route, method, status });
      durations.observe({ route, method }, seconds);
    },
    async render() {
      // The process metrics keep a timer and an observer running, which an idle service that
      // nobody scrapes need not pay for: they begin with the first scrape.
      if (!withDefaults) {
        withDefaults = true;
        collectDefaultMetrics({ register: registry });
      }
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) {
    return String(parsed.version);
  }
  return 'unknown';
}
