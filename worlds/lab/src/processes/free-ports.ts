import { createServer } from 'node:net';
import type { Attempt } from './problem.ts';
import { errorCode } from './state-folder.ts';

/** First port of the lab's block when nobody asks for another. */
export const basePortDefault = 21_000;
/**
 * Above it the kernel takes ports for outgoing connections: a listener there fails now and then.
 */
const portEnd = 32_768;

/**
 * The ports of [first, first + count) that something listens on. Each is bound and let go: only
 * the kernel knows.
 */
export async function takenPorts(first: number, count: number): Promise<number[]> {
  const ports = Array.from({ length: count }, (_, index) => first + index);
  const taken = await Promise.all(ports.map(isTaken));
  return ports.filter((_, index) => taken[index]);
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const code = errorCode(error);
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(true);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(false));
    });
  });
}

/**
 * Finds `count` free ports in a row. With `base` given by a person that block or none is used;
 * else the first free block from 21000 on, below 32768.
 */
export async function findFreePorts(
  count: number,
  base?: number,
): Promise<Attempt<{ readonly first: number; readonly count: number }>> {
  if (base !== undefined) {
    if (!Number.isInteger(base) || base < 1024 || base + count > portEnd) {
      return {
        problem: {
          path: `ports ${base}–${base + count - 1}`,
          value: String(base),
          wrong: `the lab needs ${count} ports between 1024 and ${portEnd - 1}`,
          mend: `Choose a base port from 1024 to ${portEnd - count}, or leave it out.`,
        },
      };
    }
    const taken = await takenPorts(base, count);
    return taken.length === 0
      ? { value: { first: base, count } }
      : { problem: takenProblem(base, count, taken) };
  }
  let taken: readonly number[] = [];
  for (let first = basePortDefault; first + count <= portEnd; ) {
    taken = await takenPorts(first, count);
    const last = taken.at(-1);
    if (last === undefined) return { value: { first, count } };
    first = last + 1;
  }
  return { problem: takenProblem(basePortDefault, portEnd - basePortDefault, taken) };
}

function takenProblem(first: number, count: number, taken: readonly number[]) {
  const shown = taken.slice(0, 5).join(', ');
  const more = taken.length > 5 ? ` and ${taken.length - 5} more` : '';
  return {
    path: `ports ${first}–${first + count - 1}`,
    value: `${shown}${more} in use`,
    wrong: 'the lab needs these ports on 127.0.0.1',
    mend:
      'Stop what listens there (a lab of another folder: `outrigger lab down --state <folder>`), ' +
      'or choose another base port with --port.',
  };
}
