import { monotonicMs } from '../control/clock.ts';
import { beginLabProcess, log } from '../control/environment.ts';
import { serveEntry } from './serve.ts';

/** The entry process: `main.ts <state folder> [region=dial …]`. */
const { layout, token } = beginLabProcess();
const given = process.argv.slice(3).map((argument): [string, number] => {
  const [region = '', percent] = argument.split('=');
  return [region, Number(percent)];
});
const server = await serveEntry({
  layout,
  token,
  now: monotonicMs,
  onError: (error) => log('control-error', { error: String(error) }),
  ...(given.length === 0 ? {} : { dials: new Map(given) }),
});
log('entry-ready', { port: layout.entry.port, controlPort: layout.entry.controlPort });
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
