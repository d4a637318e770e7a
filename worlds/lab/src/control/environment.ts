import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabLayout } from '../layout.ts';

/**
 * Names of the files in `secrets/`: made at `lab up`, mode 0600, never in an environment or
 * argument.
 */
export type SecretName =
  | 'control-token'
  | 'postgres-superuser'
  | 'postgres-replication'
  | 'postgres-application';

/** The layout that `lab up` wrote before it started this process. */
export function readLayout(stateFolder: string): LabLayout {
  return JSON.parse(readFileSync(join(stateFolder, 'layout.json'), 'utf8')) as LabLayout;
}

export function secretFile(stateFolder: string, name: SecretName): string {
  return join(stateFolder, 'secrets', name);
}

export function readSecret(stateFolder: string, name: SecretName): string {
  return readFileSync(secretFile(stateFolder, name), 'utf8').trim();
}

/** A process's own log line, one JSON object: what, and what it is about. */
export function log(event: string, fields: { readonly [name: string]: unknown } = {}): void {
  const line = { time: new Date().toISOString(), event, ...fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** What every process of a lab is told. */
export interface LabProcess {
  readonly stateFolder: string;
  readonly layout: LabLayout;
  /** Whoever has it may command: between the lab's own processes. */
  readonly token: string;
}

/** How every process of a lab begins: its state folder is the first argument. */
export function beginLabProcess(): LabProcess {
  endOnBrokenInvariant();
  const stateFolder = process.argv[2];
  if (stateFolder === undefined) {
    process.stderr.write('usage: node <process>.ts <state folder>\n');
    process.exit(2);
  }
  const token = readSecret(stateFolder, 'control-token');
  return { stateFolder, layout: readLayout(stateFolder), token };
}

/** What brings a process of the lab down is a fault of ours: say all of it, then end. */
export function endOnBrokenInvariant(): void {
  const end = (error: unknown): void => {
    log('broken', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exit(70);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
