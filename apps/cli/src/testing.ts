import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Context } from './context.ts';
import { main } from './main.ts';

export const testdata = join(import.meta.dirname, '../testdata');
export const platforms = join(testdata, 'platforms');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process; it sees no terminal unless the test says so. */
export async function run(
  parameters: readonly string[],
  given: Partial<Pick<Context, 'folder' | 'environment' | 'canAsk'>> & { terminal?: boolean } = {},
): Promise<Ran> {
  const { terminal = false, ...context } = given;
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTerminal: terminal,
    write: (part: string) => {
      text[name] += part;
    },
  });
  const code = await main(parameters, {
    folder: platforms,
    environment: {},
    canAsk: false,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    ...context,
  });
  return { code, ...text };
}

/** A person at a terminal who presses Ctrl-C once a bar has been drawn twice. */
export async function runInterrupted(parameters: readonly string[]) {
  let stdout = '';
  const bars: string[] = [];
  const code = await main(parameters, {
    folder: platforms,
    environment: {},
    canAsk: false,
    stdout: {
      isTerminal: false,
      write: (part) => {
        stdout += part;
      },
    },
    stderr: {
      isTerminal: true,
      write: (part) => {
        bars.push(part);
        if (bars.length === 2) process.emit('SIGINT', 'SIGINT');
      },
    },
  });
  return { code, stdout, bars };
}

/** What a command that is a process of its own gets of ours. */
export function childEnvironment(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}

/** Runs a command line as a process of its own: what a user's file does at import is then real. */
export async function runProcess(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const command = join(import.meta.dirname, '../bin/outrigger.mjs');
  const child = spawn(process.execPath, [command, ...parameters], {
    cwd: platforms,
    env: { ...childEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const [code]: unknown[] = await once(child, 'close');
  return { code: Number(code), ...text };
}

/** What a person would see, and the exit code. */
export function transcript(parameters: readonly string[], { code, stdout, stderr }: Ran): string {
  return `$ outrigger ${parameters.join(' ')}\n${stdout}${stderr}[exit code ${code}]\n`;
}

/** Compares with a file of testdata; `UPDATE_GOLDEN=1` writes it instead. */
export function expectGolden(name: string, text: string): void {
  const file = join(testdata, name);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}
