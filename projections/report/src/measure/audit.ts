import type { Audit, LossReason, LostWrite, RequestRecord } from '../types.ts';

/** A row of `orders` as the auditor read it from the current writer. */
export interface StoredOrder {
  readonly id: number;
  readonly key: string;
  readonly client: string;
  readonly number: number;
  readonly picture: string | null;
}

/** A row of `pictures`. */
export interface StoredPicture {
  readonly key: string;
  readonly sha256: string;
}

export interface AuditFindings {
  /** Keys of acknowledged writes that are there, as written. */
  readonly found: ReadonlySet<string>;
  readonly lost: ReadonlyMap<string, LossReason>;
  /** Keys that are there more than once, or whose client and number are there under another key. */
  readonly duplicated: readonly string[];
  /**
   * Keys of orders that were sent after a later one's acknowledgement had come in: the ids of one
   * client's orders must rise wherever one was acknowledged before the other was due.
   */
  readonly outOfOrder: readonly string[];
  readonly refusedPresent: readonly string[];
  readonly unknownPresent: readonly string[];
  /** Rows that no client of the ledger sent yet: in flight while the audit read. */
  readonly unlisted: number;
  /** `from`: the key of an order, by which a phase knows its own; `to`: what it names in vain. */
  readonly dangling: readonly { readonly from: string; readonly to: string }[];
}

/**
 * After a last audit that was not possible: `earlier` is what was found before, if anything. What
 * was acked and nobody has seen since counts as lost.
 */
export function unseenAsLost(
  earlier: AuditFindings | null,
  requests: readonly RequestRecord[],
): AuditFindings {
  const findings = earlier ?? createComparison([]).finish(null);
  const lost = new Map(findings.lost);
  for (const { key, outcome } of requests) {
    if (key === null || outcome !== 'acked' || findings.found.has(key) || lost.has(key)) continue;
    lost.set(key, 'unseen');
  }
  return { ...findings, lost };
}

/** Rows go in one by one, as they come from the database; `finish` gives the findings. */
export interface Comparison {
  order(row: StoredOrder): void;
  picture(row: StoredPicture): void;
  /** `files`: names of the files in the current region's file store; null when there is none. */
  finish(files: ReadonlySet<string> | null): AuditFindings;
}

interface Expected {
  readonly request: RequestRecord;
  seen: number;
  altered: boolean;
  orderId: number | null;
}

/** Compares what clients were told with what is stored. One pass over each; nothing is assumed. */
export function createComparison(requests: readonly RequestRecord[]): Comparison {
  const expected = new Map<string, Expected>();
  for (const request of requests) {
    if (request.key === null) continue;
    expected.set(request.key, { request, seen: 0, altered: false, orderId: null });
  }
  const strangers: StoredOrder[] = [];
  let unlistedPictures = 0;
  const references: { readonly key: string; readonly picture: string }[] = [];
  const pictures = new Set<string>();

  return {
    order(row) {
      if (row.picture !== null) references.push({ key: row.key, picture: row.picture });
      const entry = expected.get(row.key);
      if (entry === undefined) {
        strangers.push(row);
        return;
      }
      const { request } = entry;
      entry.seen += 1;
      entry.orderId = Math.min(row.id, entry.orderId ?? row.id);
      if (
        request.operation !== 'write' ||
        row.client !== request.client ||
        row.number !== request.number ||
        row.picture !== request.picture
      ) {
        entry.altered = true;
      }
    },
    picture(row) {
      pictures.add(row.sha256);
      const entry = expected.get(row.key);
      if (entry === undefined) {
        unlistedPictures += 1;
        return;
      }
      entry.seen += 1;
      if (entry.request.operation !== 'upload' || row.sha256 !== entry.request.picture) {
        entry.altered = true;
      }
    },
    finish(files) {
      const sorted = sortOut(expected.values(), files);
      const foreign = foreignDuplicates(strangers, expected.values());
      return {
        found: sorted.found,
        lost: sorted.lost,
        duplicated: [...sorted.duplicated, ...foreign],
        outOfOrder: outOfOrder(expected.values()),
        refusedPresent: sorted.refusedPresent,
        unknownPresent: sorted.unknownPresent,
        unlisted: strangers.length - foreign.length + unlistedPictures,
        dangling: danglingReferences(references, pictures, files),
      };
    },
  };
}

function sortOut(expected: Iterable<Expected>, files: ReadonlySet<string> | null) {
  const found = new Set<string>();
  const lost = new Map<string, LossReason>();
  const duplicated: string[] = [];
  const refusedPresent: string[] = [];
  const unknownPresent: string[] = [];
  for (const { request, seen, altered } of expected) {
    const key = request.key as string;
    for (let extra = 1; extra < seen; extra += 1) duplicated.push(key);
    if (request.outcome === 'refused' && seen > 0) refusedPresent.push(key);
    if (request.outcome === 'unknown' && seen > 0) unknownPresent.push(key);
    if (request.outcome !== 'acked') continue;
    const reason = lossOf(request, seen, altered, files);
    if (reason === null) found.add(key);
    else lost.set(key, reason);
  }
  return { found, lost, duplicated, refusedPresent, unknownPresent };
}

function lossOf(
  request: RequestRecord,
  seen: number,
  altered: boolean,
  files: ReadonlySet<string> | null,
): LossReason | null {
  if (seen === 0) return 'row';
  if (altered) return 'altered';
  const fileGone =
    request.operation === 'upload' && files !== null && !files.has(request.picture ?? '');
  return fileGone ? 'file' : null;
}

/** Orders of a known client and number under a key that this client never used. */
function foreignDuplicates(
  strangers: readonly StoredOrder[],
  expected: Iterable<Expected>,
): readonly string[] {
  if (strangers.length === 0) return [];
  const keyOf = new Map<string, string>();
  for (const { request } of expected) {
    if (request.operation === 'write') {
      keyOf.set(`${request.client} ${request.number}`, request.key as string);
    }
  }
  const duplicated: string[] = [];
  for (const row of strangers) {
    const key = keyOf.get(`${row.client} ${row.number}`);
    if (key !== undefined) duplicated.push(key);
  }
  return duplicated;
}

/** Per client: an order due after another's acknowledgement must have the higher id. */
function outOfOrder(expected: Iterable<Expected>): readonly string[] {
  const byClient = new Map<string, Expected[]>();
  for (const entry of expected) {
    if (entry.request.outcome !== 'acked' || entry.orderId === null) continue;
    const list = byClient.get(entry.request.client);
    if (list === undefined) byClient.set(entry.request.client, [entry]);
    else list.push(entry);
  }
  const wrong: string[] = [];
  for (const orders of byClient.values()) {
    const byEnd = [...orders].sort((left, right) => left.request.endMs - right.request.endMs);
    const byDue = [...orders].sort((left, right) => left.request.dueMs - right.request.dueMs);
    let next = 0;
    let highestId = Number.NEGATIVE_INFINITY;
    for (const order of byDue) {
      while (next < byEnd.length && (byEnd[next] as Expected).request.endMs < order.request.dueMs) {
        highestId = Math.max(highestId, (byEnd[next] as Expected).orderId as number);
        next += 1;
      }
      if ((order.orderId as number) < highestId) wrong.push(order.request.key as string);
    }
  }
  return wrong;
}

function danglingReferences(
  references: readonly { readonly key: string; readonly picture: string }[],
  pictures: ReadonlySet<string>,
  files: ReadonlySet<string> | null,
): AuditFindings['dangling'] {
  const dangling: { readonly from: string; readonly to: string }[] = [];
  for (const { key, picture } of references) {
    if (!pictures.has(picture)) dangling.push({ from: key, to: `picture ${picture}` });
    else if (files !== null && !files.has(picture)) {
      dangling.push({ from: key, to: `file ${picture}` });
    }
  }
  return dangling;
}

/**
 * The findings of two audits of the same ledger, the later one of which saw more of it. What was
 * ever lost stays lost: it was gone when clients were served, though a failback may bring back a
 * file. So the losses of the phases add up to those of the drill.
 */
export function mergeFindings(earlier: AuditFindings, later: AuditFindings): AuditFindings {
  const lost = new Map([...earlier.lost, ...later.lost]);
  const dangling = new Map(
    [...earlier.dangling, ...later.dangling].map((each) => [`${each.from} ${each.to}`, each]),
  );
  const union = (of: (findings: AuditFindings) => readonly string[]): readonly string[] => [
    ...new Set([...of(earlier), ...of(later)]),
  ];
  return {
    found: new Set([...later.found].filter((key) => !lost.has(key))),
    lost,
    duplicated: later.duplicated.concat(
      earlier.duplicated.filter((key) => !later.duplicated.includes(key)),
    ),
    outOfOrder: union((findings) => findings.outOfOrder),
    refusedPresent: union((findings) => findings.refusedPresent),
    unknownPresent: union((findings) => findings.unknownPresent),
    unlisted: later.unlisted,
    dangling: [...dangling.values()],
  };
}

/**
 * The audit in figures, and by key what they count. They add up: sent = acked + refused + unknown,
 * acked = found + lost; a broken sum is a defect of ours and throws.
 */
export function auditTotals(requests: readonly RequestRecord[], findings: AuditFindings): Audit {
  const counts = { acked: 0, refused: 0, unknown: 0 };
  let sent = 0;
  let found = 0;
  let lost = 0;
  for (const request of requests) {
    if (request.key === null) continue;
    sent += 1;
    counts[request.outcome] += 1;
    if (request.outcome !== 'acked') continue;
    if (findings.found.has(request.key)) found += 1;
    if (findings.lost.has(request.key)) lost += 1;
  }
  if (counts.acked !== found + lost) {
    throw new Error(`the audit does not add up: ${counts.acked} acked, ${found} + ${lost} audited`);
  }
  return {
    sent,
    acked: counts.acked,
    found,
    lost,
    duplicated: findings.duplicated.length,
    outOfOrder: findings.outOfOrder.length,
    refused: counts.refused,
    refusedPresent: findings.refusedPresent.length,
    unknown: counts.unknown,
    unknownPresent: findings.unknownPresent.length,
    duplicatedWrites: findings.duplicated,
    outOfOrderWrites: findings.outOfOrder,
    refusedPresentWrites: findings.refusedPresent,
    unknownPresentWrites: findings.unknownPresent,
  };
}

/**
 * The acknowledged writes among `requests` that are gone, in the order of their acknowledgement.
 * `salvaged`: keys that a salvage kept; null while none has looked. Without a fault the times count
 * from the last one lost.
 */
export function lostWrites(
  requests: readonly RequestRecord[],
  findings: AuditFindings,
  salvaged: ReadonlySet<string> | null,
  faultAtMs: number | null,
): readonly LostWrite[] {
  const lost = requests.flatMap((request) => {
    const reason = request.key === null ? undefined : findings.lost.get(request.key);
    return reason === undefined ? [] : [{ request, reason }];
  });
  lost.sort((left, right) => left.request.endMs - right.request.endMs);
  const fromMs = faultAtMs ?? lost.at(-1)?.request.endMs ?? 0;
  return lost.map(({ request, reason }) => ({
    id:
      `${request.client} ${request.operation === 'upload' ? 'picture' : 'order'} ` +
      `${request.number}`,
    key: request.key as string,
    client: request.client,
    beforeFaultMs: fromMs - request.endMs,
    salvaged: salvaged === null ? null : salvaged.has(request.key as string),
    reason,
  }));
}
