import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../testing/postgres.ts';
import { createUpstreams } from '../service/upstream.ts';
import { lacksWriter, watchHealth } from './health.ts';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe('a region without a writer', () => {
  it('leaves traffic only after a while, counted anew when it is admitted', () => {
    expect(lacksWriter({ writerlessSince: null }, 0, 100_000)).toBe(false);
    expect(lacksWriter({ writerlessSince: 10_000 }, 0, 11_000)).toBe(false);
    expect(lacksWriter({ writerlessSince: 10_000 }, 0, 12_000)).toBe(true);
    expect(lacksWriter({ writerlessSince: 10_000 }, 11_500, 12_000)).toBe(false);
  });

  it('is told by whichever service answers; one that says nothing is no reason', async () => {
    let said: Record<string, unknown> = { ready: true, writer: null };
    const server = createServer((_, response) => response.end(JSON.stringify(said)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const upstreams = createUpstreams();
    const { port } = server.address() as AddressInfo;
    const health = watchHealth(upstreams, [new URL(`http://127.0.0.1:${port}`)]);
    closers.push(
      () => server.close(),
      () => upstreams.close(),
      () => health.stop(),
    );
    await until(() => health.reachable && health.writerlessSince !== null);
    said = { ready: true, writer: '127.0.0.1:5432' };
    await until(() => health.writerlessSince === null);
    said = { ready: true };
    await until(() => health.reachable);
    expect(health.writerlessSince).toBeNull();
  });
});
