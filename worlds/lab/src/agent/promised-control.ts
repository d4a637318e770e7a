import type { ControlAnswer, ControlClient } from '../control/client.ts';

/** Something that a service promises by `holdsWrites`, and what it answers instead. */
export interface Disobeyed {
  readonly service: string;
  /** `POST /control/hold` */
  readonly asked: string;
  /** `404`, `no answer`, or that it was obeyed where it must not be. */
  readonly answered: string;
}

const limitMs = 3_000;

/**
 * What a service that says `holdsWrites` does not obey. It is asked when its zone starts, since the
 * next who asks is a step of a recovery. The region is admitted as it is already; the others are
 * asked of an epoch that is over, which changes nothing where it is refused, as it has to be.
 */
export async function disobeyedBy(
  service: string,
  control: ControlClient,
  given: { readonly epoch: number; readonly admitted: boolean },
): Promise<readonly Disobeyed[]> {
  const { epoch, admitted } = given;
  const over = epoch - 1;
  const found: Disobeyed[] = [];
  // One after the other: what wrongly obeys one of them may answer the next one late.
  const ask = async (
    path: string,
    body: object,
    wrong: (answer: ControlAnswer<unknown>) => string | null,
  ): Promise<void> => {
    const answered = wrong(await control.call('POST', path, body, limitMs));
    if (answered !== null) found.push({ service, asked: `POST ${path}`, answered });
  };
  await ask('/control/admit', { epoch, ready: admitted }, unlessObeyed);
  await ask('/control/hold', { epoch: over, to: null, deadlineMs: 1 }, unlessStale);
  await ask('/control/release', { epoch: over, to: null }, unlessStale);
  await ask('/control/supersede', { epoch: over }, unlessStale);
  return found;
}

function unlessObeyed(answer: ControlAnswer<unknown>): string | null {
  if (answer.kind === 'answered') return null;
  return answer.kind === 'refused' ? statusText(answer.status) : 'no answer';
}

function unlessStale(answer: ControlAnswer<unknown>): string | null {
  if (answer.kind === 'answered') return '200, of an epoch that is over';
  return answer.kind === 'refused' && answer.status === 409 ? null : unlessObeyed(answer);
}

/** A control request that is obeyed is answered with JSON. */
function statusText(status: number): string {
  return status === 200 ? '200 without a JSON object' : String(status);
}

/** `POST /control/hold → 404, …`, with the service's name before it where there are several. */
export function disobeyedText(disobeyed: readonly Disobeyed[]): string {
  const services = [...new Set(disobeyed.map(({ service }) => service))];
  const of = (name: string): string => {
    const own = disobeyed.filter(({ service }) => service === name);
    const told = own.map(({ asked, answered }) => `${asked} → ${answered}`);
    return [...new Set(told)].join(', ');
  };
  if (services.length === 1) return of(services[0] ?? '');
  return services.map((name) => `${name}: ${of(name)}`).join('; ');
}
