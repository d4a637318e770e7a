import { monotonicMs } from '../control/clock.ts';
import {
  endOnBrokenInvariant,
  log,
  readLayout,
  readSecret,
  stateFolderArgument,
} from '../control/environment.ts';
import { serveLinks } from './serve.ts';

/** The links process: all tunnels between the lab's sites, and their control endpoint. */
endOnBrokenInvariant();
const stateFolder = stateFolderArgument();
const layout = readLayout(stateFolder);
await serveLinks(layout, readSecret(stateFolder, 'control-token'), monotonicMs, (error) =>
  log('control-error', { error: String(error) }),
);
log('links-ready', { tunnels: layout.links.tunnels.length, port: layout.links.controlPort });
