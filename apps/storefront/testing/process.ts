import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { nodeFlags, type ServiceName, services, standIn } from '../src/index.ts';

/** A service as the lab runs it: a process of its own with nothing but its environment. */
export interface Running {
  readonly base: string;
  readonly child: ChildProcess;
  /** From the spawn until it listens. */
  readonly startMs: number;
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
}

export function spawnService(
  name: ServiceName,
  environment: { readonly [name: string]: string },
): ChildProcess {
  const service = [...services, standIn].find((candidate) => candidate.name === name);
  if (service === undefined) throw new Error(`no service ${name}`);
  return spawn(process.execPath, [...nodeFlags, service.main.pathname], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function startService(
  name: ServiceName,
  environment: { readonly [name: string]: string },
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawnService(name, {
    SERVICE: name,
    PORT: '0',
    REGION: 'us-east-1',
    ZONE: 'us-east-1a',
    DRAIN_MS: '0',
    ...environment,
  });
  const exited = once(child, 'exit');
  let errors = '';
  child.stderr?.on('data', (bytes) => {
    errors += String(bytes);
  });
  if (child.stdout === null) throw new Error('no stdout');
  const port = await new Promise<number>((resolve, reject) => {
    void exited.then(() => reject(new Error(`${name} ended: ${errors}`)));
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const entry: { readonly message?: string; readonly port?: number } = JSON.parse(line);
      if (entry.message === 'listening' && entry.port !== undefined) resolve(entry.port);
    });
  });
  const startMs = performance.now() - startedAt;
  return {
    startMs,
    base: `http://127.0.0.1:${port}`,
    child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await exited;
      }
      return child.exitCode;
    },
  };
}
