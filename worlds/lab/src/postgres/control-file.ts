import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Lsn, lsnText, lsnValue } from './lsn.ts';
import { isSystemError } from './message.ts';

/** `DBState` of PostgreSQL's `catalog/pg_control.h`, in its order. */
const states = [
  'starting',
  'shut down',
  'shut down in recovery',
  'shutting down',
  'in crash recovery',
  'in archive recovery',
  'in production',
] as const;

export type ClusterState = (typeof states)[number];

export interface ControlFile {
  /** As a decimal string: it does not fit a number. */
  readonly systemIdentifier: string;
  readonly state: ClusterState;
  /** Where the latest checkpoint's record begins. */
  readonly checkpointLsn: Lsn;
  readonly redoLsn: Lsn;
  /** Of the latest checkpoint: it lags behind a promotion, so it fences nothing. */
  readonly timeline: number;
  readonly nextTransactionId: string;
}

/** `PG_CONTROL_VERSION` of PostgreSQL 18. The layout below is of this version alone. */
const controlVersion = 1800;
/** Offset of the CRC-32C over all bytes before it. */
const checksumOffset = 292;
const readAttemptsMax = 100;

/**
 * Reads `global/pg_control` without the server. A read may overlap a write, so the checksum is
 * checked and the read repeated.
 */
export async function readControlFile(dataFolder: string): Promise<ControlFile> {
  for (let attempt = 1; ; attempt += 1) {
    const bytes = await readFile(join(dataFolder, 'global', 'pg_control'));
    const whole =
      bytes.length >= checksumOffset + 4 &&
      crc32c(bytes.subarray(0, checksumOffset)) === bytes.readUInt32LE(checksumOffset);
    if (whole) return parse(bytes);
    if (bytes.length >= 12 && bytes.readUInt32LE(8) !== controlVersion) return parse(bytes);
    if (attempt === readAttemptsMax)
      throw new Error(`the control file of ${dataFolder} is damaged`);
    await sleep(1);
  }
}

function parse(bytes: Buffer): ControlFile {
  const version = bytes.readUInt32LE(8);
  if (version !== controlVersion) {
    throw new Error(`the control file has version ${version}; ${controlVersion} is known`);
  }
  const state = states[bytes.readUInt32LE(16)];
  if (state === undefined) throw new Error('the control file has an unknown state');
  return {
    systemIdentifier: bytes.readBigUInt64LE(0).toString(),
    state,
    checkpointLsn: lsnText(bytes.readBigUInt64LE(32)),
    redoLsn: lsnText(bytes.readBigUInt64LE(40)),
    timeline: bytes.readUInt32LE(48),
    nextTransactionId: bytes.readBigUInt64LE(64).toString(),
  };
}

export interface ShutdownCheckpoint {
  readonly checkpointLsn: Lsn;
  /** A standby whose replay has reached this has replayed the shutdown checkpoint. */
  readonly replayTarget: Lsn;
  readonly timeline: number;
}

/**
 * Resolves as soon as the control file says that a stopping primary is shut down: before the
 * process ends, since it then still sends the rest of its log to its standbys. Null after
 * `timeoutMs`.
 */
export async function awaitShutdownCheckpoint(
  dataFolder: string,
  timeoutMs = 5_000,
): Promise<ShutdownCheckpoint | null> {
  const limit = performance.now() + timeoutMs;
  while (performance.now() < limit) {
    const control = await readControlFile(dataFolder).catch((error: unknown) => {
      if (isSystemError(error, 'ENOENT')) return null;
      throw error;
    });
    if (control?.state === 'shut down') {
      // The record begins at the checkpoint's LSN: replay is past it when it is beyond that byte.
      const { checkpointLsn, timeline } = control;
      return { checkpointLsn, replayTarget: lsnText(lsnValue(checkpointLsn) + 1n), timeline };
    }
    await sleep(1);
  }
  return null;
}

/** The Castagnoli polynomial, bits reversed. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0x82f63b78 : 0);
  return value >>> 0;
});

export function crc32c(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
