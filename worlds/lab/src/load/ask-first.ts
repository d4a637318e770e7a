import { monotonicMs } from '../control/clock.ts';
import type { Problem } from '../processes/problem.ts';
import { createClients, type Intent } from './clients.ts';
import type { EntryAnswer, EntryClient, EntryRequest, InFlight } from './entry-client.ts';
import { saidIn } from './open-loop.ts';

/** What clients can ask of this platform. */
export interface Served {
  readonly skus: readonly string[];
  /** Why no pictures are uploaded; null: they are. */
  readonly withoutUploads: string | null;
}

/** A region may be starting: until then what is refused or silent is asked again, ms. */
const askLimitMs = 5_000;
const askAgainMs = 100;
const textLengthMax = 160;
const page = 'docs/your-own-service.md';

/**
 * One request of each kind, before anything is counted: what a platform's own services do not
 * answer is its author's to mend, and better told now than as a thousand failed requests.
 */
export async function askFirst(
  entry: EntryClient,
  run: string,
  isUploading: boolean,
): Promise<Served | Problem> {
  const catalog = { method: 'GET', path: '/api/catalog', headers: {}, body: null } as const;
  const listed = await ask(entry, catalog);
  if (typeof listed === 'string') return silent(catalog, listed);
  if (listed.status !== 200) return wrongStatus(catalog, listed, 'with 200');
  if (typeof listed.headers['x-outrigger-region'] !== 'string') {
    return lacks(catalog, listed, 'it names no region in the header x-outrigger-region');
  }
  const skus = skusIn(textOf(listed));
  if (skus.length === 0)
    return lacks(catalog, listed, 'it names no sku, so nothing can be ordered');

  const client = createClients({ run, prefix: 'a', count: 1, seed: 1, skus });
  const order = client.intend('write', 0).request;
  const written = await ask(entry, order);
  if (typeof written === 'string') return silent(order, written);
  if (written.status !== 200 && written.status !== 201)
    return wrongStatus(order, written, 'with 201, or with 200 for a key that it knows');
  if (saidIn(written, 'write').epoch === null)
    return lacks(order, written, 'it names no epoch, in the header x-outrigger-epoch or its body');

  const without = isUploading ? await uploadsNot(entry, client.intend('upload', 0)) : null;
  return { skus, withoutUploads: without };
}

/** A platform need not take pictures; any other answer is counted as what it is. */
async function uploadsNot(entry: EntryClient, { request }: Intent): Promise<string | null> {
  const answer = await ask(entry, request);
  if (typeof answer === 'string' || ![404, 405, 501].includes(answer.status)) return null;
  return `${asked(request)} was answered with ${answer.status}`;
}

/** The answer, or why there is none. */
async function ask(entry: EntryClient, request: EntryRequest): Promise<EntryAnswer | string> {
  const untilMs = monotonicMs() + askLimitMs;
  for (;;) {
    const answer = await askOnce(entry, request, Math.max(1, untilMs - monotonicMs()));
    const isFinal = typeof answer !== 'string' && answer.status < 500;
    if (isFinal || monotonicMs() + askAgainMs > untilMs) return answer;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

function askOnce(
  entry: EntryClient,
  request: EntryRequest,
  limitMs: number,
): Promise<EntryAnswer | string> {
  return new Promise((resolve) => {
    let inFlight: InFlight | null = null;
    const timer = setTimeout(() => {
      inFlight?.abandon();
      resolve(`no answer in ${askLimitMs / 1000} s`);
    }, limitMs);
    inFlight = entry.send(request, (result) => {
      clearTimeout(timer);
      resolve(result.kind === 'answered' ? result.answer : `no answer: ${result.why}`);
    });
  });
}

/** From the shop itself, wherever its catalogue names them: the load knows no platform's. */
function skusIn(text: string): readonly string[] {
  const skus = new Set<string>();
  try {
    JSON.parse(text, (name, value: unknown) => {
      if (name === 'sku' && typeof value === 'string') skus.add(value);
      return value;
    });
  } catch {
    // Told by whoever asked: no sku was named.
  }
  return [...skus];
}

function asked({ method, path }: EntryRequest): string {
  return `${method} ${path}`;
}

function textOf({ body }: EntryAnswer): string {
  return body.toString('utf8');
}

function shown(answer: EntryAnswer): string {
  const text = textOf(answer).trim();
  const cut = text.length <= textLengthMax ? text : `${text.slice(0, textLengthMax - 1)}…`;
  return `status ${answer.status}${cut === '' ? '' : `: ${cut}`}`;
}

function silent(request: EntryRequest, why: string): Problem {
  return {
    path: asked(request),
    value: why,
    wrong: "the drill's clients can't begin without it",
    mend: `see what the service's log says; ${page} has what it must answer`,
  };
}

function wrongStatus(request: EntryRequest, answer: EntryAnswer, how: string): Problem {
  const mend =
    answer.status >= 500
      ? `see what the service's log says; it must answer ${how}, as in ${page}`
      : `answer it ${how}, as in ${page}`;
  const wrong = "the drill's clients can't begin without it";
  return { path: asked(request), value: shown(answer), wrong, mend };
}

function lacks(request: EntryRequest, answer: EntryAnswer, wrong: string): Problem {
  const mend = `add it to the answer, as in ${page}`;
  return { path: asked(request), value: shown(answer), wrong, mend };
}
