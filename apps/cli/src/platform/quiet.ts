import type { Sink } from '../context.ts';

/**
 * Runs a user's code with all that it prints on stderr (stdout is the command's), and with what it
 * throws later, in a timer or in a promise that nobody waits for, as a rejection. `write` is where
 * stderr goes.
 */
export async function quietly<T>(stderr: Sink, load: () => Promise<T>): Promise<T> {
  const kept = { log: console.log, info: console.info, debug: console.debug };
  const write = process.stdout.write;
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  process.stdout.write = (text: string | Uint8Array, ...more: readonly unknown[]) => {
    stderr.write(typeof text === 'string' ? text : Buffer.from(text).toString());
    const onWritten = more.at(-1);
    if (typeof onWritten === 'function') onWritten();
    return true;
  };
  const late = Promise.withResolvers<never>();
  const onThrown = (error: unknown): void => late.reject(error);
  process.on('uncaughtException', onThrown);
  process.on('unhandledRejection', onThrown);
  try {
    // A turn later all has been heard that was thrown while it was waited for.
    const loading = load().then(async (value) => {
      await new Promise((resolve) => setImmediate(resolve));
      return value;
    });
    return await Promise.race([loading, late.promise]);
  } finally {
    process.off('uncaughtException', onThrown);
    process.off('unhandledRejection', onThrown);
    process.stdout.write = write;
    Object.assign(console, kept);
  }
}
