import type { IncomingHttpHeaders } from 'node:http';
import { invalid } from './outcome.ts';

/** The headers that tell a client who answered. */
export const headerNames = {
  epoch: 'x-outrigger-epoch',
  region: 'x-outrigger-region',
  zone: 'x-outrigger-zone',
  trace: 'x-trace-id',
  forwarded: 'x-outrigger-forwarded',
  /** The epoch in which it was forwarded. */
  forwardedIn: 'x-outrigger-forwarded-epoch',
  idempotencyKey: 'idempotency-key',
  /** A write with it goes all the way and writes nothing: see the gateway's `run-in.ts`. */
  rehearsal: 'x-outrigger-rehearsal',
} as const;

/** A write without a key could not be repeated safely after an unknown outcome. */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string {
  const key = headers[headerNames.idempotencyKey];
  if (typeof key !== 'string' || key === '') {
    throw invalid('the header idempotency-key is missing: give every write a key of its own');
  }
  if (key.length > 200 || !/^[\x21-\x7e]+$/.test(key)) {
    throw invalid('the header idempotency-key must be 1 to 200 printable characters, no spaces');
  }
  return key;
}
