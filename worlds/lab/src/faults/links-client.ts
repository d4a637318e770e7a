import { controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { readSecret } from '../control/environment.ts';
import type { LabLayout } from '../layout.ts';
import type { LinkChange } from '../links/link.ts';

/** Links are control of a local process: an answer takes a millisecond, or something is broken. */
const answerLimitMs = 5_000;

export interface LinksClient {
  setLink(from: string, to: string, change: LinkChange): Promise<void>;
  /** All or none, in one turn of the links process. */
  setZones(zones: readonly string[], dark: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Throws when the links do not answer: without them no fault is what it claims to be. */
export function linksClient(layout: LabLayout, stateFolder: string): LinksClient {
  const client = controlClient({
    port: layout.links.controlPort,
    token: readSecret(stateFolder, 'control-token'),
    now: monotonicMs,
  });
  async function put(path: string, body: unknown): Promise<void> {
    const answer = await client.call<unknown>('PUT', path, body, answerLimitMs);
    if (answer.kind !== 'answered')
      throw new Error(`the links did not take ${path}: ${answer.why}`);
  }
  return {
    setLink: (from, to, change) =>
      put(`/links/${encodeURIComponent(from)}/${encodeURIComponent(to)}`, change),
    setZones: (zones, dark) => put('/zones', { zones, dark }),
    close: () => client.close(),
  };
}
