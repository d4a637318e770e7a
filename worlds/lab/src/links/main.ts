import { monotonicMs } from '../control/clock.ts';
import { beginLabProcess, log } from '../control/environment.ts';
import { serveLinks } from './serve.ts';

/** The links process: all tunnels between the lab's sites, and their control endpoint. */
const { layout, token } = beginLabProcess();
await serveLinks(layout, token, monotonicMs, (error) =>
  log('control-error', { error: String(error) }),
);
log('links-ready', { tunnels: layout.links.tunnels.length, port: layout.links.controlPort });
