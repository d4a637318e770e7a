import type { RequestRecord } from '@outrigger/report';

/** What came back of one request, as far as it came. */
export interface Exchange {
  /** Whether a byte of it may have left: only what never left is certainly not written. */
  readonly sent: boolean;
  /** The answer, when all of it came; null after a time-out or a broken connection. */
  readonly answer: {
    readonly status: number;
    readonly epoch: number | null;
    readonly region: string | null;
    /** What an error's body says of the write: `refused`, `unknown`, or nothing. */
    readonly told: string | null;
  } | null;
}

export interface Judgement {
  readonly outcome: RequestRecord['outcome'];
  /** A failure's kind for the status line; null when it was accepted. */
  readonly error: string | null;
}

/**
 * What a client may conclude. A read is accepted when it is answered at all (a 404 is an answer:
 * what is gone is the audit's finding). A write is accepted only with an epoch, and not with one
 * below the highest that an accepted write ever had: such an acknowledgement is unknown.
 */
export function judge(
  operation: RequestRecord['operation'],
  exchange: Exchange,
  highestEpoch: number | null,
  whyNone: string,
): Judgement {
  const { answer } = exchange;
  if (answer === null) return { outcome: exchange.sent ? 'unknown' : 'refused', error: whyNone };
  const { status, epoch, told } = answer;
  if (operation === 'read') {
    if (status < 500) return { outcome: 'acked', error: null };
  } else if (status === 200 || status === 201) {
    if (epoch === null) return { outcome: 'unknown', error: 'no epoch' };
    if (highestEpoch !== null && epoch < highestEpoch) {
      return { outcome: 'unknown', error: 'old epoch' };
    }
    return { outcome: 'acked', error: null };
  }
  const clearlyRefused = told === 'refused' || (status >= 400 && status < 500 && told === null);
  return { outcome: clearlyRefused ? 'refused' : 'unknown', error: `status ${status}` };
}
