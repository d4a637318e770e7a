import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DirectAck, RequestRecord } from '@outrigger/report';

/** Names of the ledger's files in a run's folder. */
export const ledgerFiles = { requests: 'requests.ndjson', direct: 'direct.ndjson' } as const;

/** Appends lines, buffered; `flush` resolves when all that was added before it is in the file. */
export interface Appender {
  add(line: string): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export async function openAppender(path: string): Promise<Appender> {
  mkdirSync(dirname(path), { recursive: true });
  const file: FileHandle = await open(path, 'a', 0o644);
  let pending = '';
  let written: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    if (pending !== '') {
      const text = pending;
      pending = '';
      written = written.then(() => file.appendFile(text));
    }
    return written;
  };
  return {
    add(line) {
      pending += `${line}\n`;
    },
    flush,
    async close() {
      await flush();
      await file.close();
    },
  };
}

/** Times to the microsecond: finer is noise, and lines stay short. */
function milliseconds(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function encodeRequest(request: RequestRecord): string {
  return JSON.stringify([
    milliseconds(request.dueMs),
    milliseconds(request.endMs),
    request.operation,
    request.client,
    request.number,
    request.key,
    request.outcome,
    request.status,
    request.epoch,
    request.region,
    request.picture,
  ]);
}

export function decodeRequest(line: string): RequestRecord {
  const [dueMs, endMs, operation, client, number, key, outcome, status, epoch, region, picture] =
    JSON.parse(line) as [
      number,
      number,
      RequestRecord['operation'],
      string,
      number,
      string | null,
      RequestRecord['outcome'],
      number | null,
      number | null,
      string | null,
      string | null,
    ];
  return { dueMs, endMs, operation, client, number, key, outcome, status, epoch, region, picture };
}

export function encodeDirectAck(ack: DirectAck): string {
  return JSON.stringify([ack.member, ack.epoch, milliseconds(ack.atMs)]);
}

export function decodeDirectAck(line: string): DirectAck {
  const [member, epoch, atMs] = JSON.parse(line) as [string, number, number];
  return { member, epoch, atMs };
}

export async function readRequests(path: string): Promise<readonly RequestRecord[]> {
  return (await lines(path)).map(decodeRequest);
}

export async function readDirectAcks(path: string): Promise<readonly DirectAck[]> {
  return (await lines(path)).map(decodeDirectAck);
}

/** Whole lines only: a writer may be in the middle of the last one. */
async function lines(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').filter((line) => line !== '');
}
