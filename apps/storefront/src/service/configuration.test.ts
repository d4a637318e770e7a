import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { spawnService } from '../../testing/process.ts';
import { gatewaySettings } from '../gateway/settings.ts';
import { explainProblems, readConfiguration } from './configuration.ts';

const good = {
  PORT: '8080',
  REGION: 'us-east-1',
  ZONE: 'us-east-1a',
  ORDERS_URLS: 'http://127.0.0.1:1,http://127.0.0.1:2',
  CATALOG_URLS: 'http://127.0.0.1:3',
  PICTURES_URLS: 'http://127.0.0.1:4',
  REMOTE_GATEWAY_URLS: 'us-west-2=http://127.0.0.1:5,us-west-2=http://127.0.0.1:6',
  CONTROL_TOKEN_FILE: new URL('configuration.ts', import.meta.url).pathname,
};

describe('the environment', () => {
  it('is read with its defaults', () => {
    const read = readConfiguration(good, gatewaySettings);
    if (read.kind === 'wrong') throw new Error(explainProblems('gateway', read.problems));
    expect(read.values.PORT).toBe(8080);
    expect(read.values.HOST).toBe('127.0.0.1');
    expect(read.values.ADMITTED_AT_START).toBe('false');
    expect(read.values.ORDERS_URLS.map(({ port }) => port)).toEqual(['1', '2']);
    expect(read.values.REMOTE_GATEWAY_URLS.map(({ region }) => region)).toEqual([
      'us-west-2',
      'us-west-2',
    ]);
  });

  it('tells every problem at once, with the value and the mend', () => {
    const read = readConfiguration(
      {
        ...good,
        PORT: 'http',
        REGION: ' ',
        ORDERS_URLS: 'http://127.0.0.1:1,orders',
        REMOTE_GATEWAY_URLS: 'http://127.0.0.1:5',
        CONTROL_TOKEN_FILE: '/nowhere/token',
        LOG_LEVEL: 'loud',
      },
      gatewaySettings,
    );
    if (read.kind === 'read') throw new Error('read');
    expect(explainProblems('gateway', read.problems)).toMatchInlineSnapshot(`
      "gateway cannot start: 6 settings in its environment must be mended
        PORT is "http": it is not a port
          mend: give a whole number from 0 (any free port) to 65535
        REGION is not set: it is required
          mend: set it: the region that this process runs in
        LOG_LEVEL is "loud": it is not one of the choices
          mend: give one of trace, debug, info, warn, error, fatal, silent
        ORDERS_URLS is "http://127.0.0.1:1,orders": part 2 is not a http URL
          mend: give URLs like http://127.0.0.1:8080, separated by commas
        REMOTE_GATEWAY_URLS is "http://127.0.0.1:5": "http://127.0.0.1:5" is not region=URL
          mend: give pairs like us-west-2=http://127.0.0.1:8080, separated by commas
        CONTROL_TOKEN_FILE is "/nowhere/token": the file cannot be read (ENOENT)
          mend: check the path and that this user may read it
      "
    `);
  });

  it('ends a service with exit code 2 and one message, no stack trace', async () => {
    const child = spawnService('orders', { PORT: '99999', DATABASE_URLS: 'mysql://x' });
    let [output, errors] = ['', ''];
    child.stdout?.on('data', (bytes) => {
      output += String(bytes);
    });
    child.stderr?.on('data', (bytes) => {
      errors += String(bytes);
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(output).toBe('');
    for (const name of ['PORT', 'REGION', 'ZONE', 'DATABASE_URLS']) expect(errors).toContain(name);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});
