import { expect, test } from 'vitest';
import { listen, tellFirstWrite, waitServed } from './heard.ts';
import { quietProgress } from './progress.ts';

/** A load whose clients get what they are told to, when they are told to. */
function loadOf() {
  const told = new Map<string, (atMs: number) => void>();
  return {
    load: {
      originMs: 1_000,
      reached: (what: string) =>
        new Promise<number>((resolve) => {
          told.set(what, resolve);
        }),
    },
    reach: (what: string, atMs: number) => told.get(what)?.(atMs),
  };
}

test('the first write is told when it is there, while the steps still run', async () => {
  const { load, reach } = loadOf();
  const written: string[] = [];
  const progress = quietProgress((line) => written.push(line));
  const heard = listen(load, 5_000);
  const phase = { baseMs: 5_000, detection: () => null, isOver: () => false };
  const telling = tellFirstWrite(heard, progress, phase);
  reach('write', 4_744);
  await telling;
  expect(written).toEqual(['  first write accepted after 744 ms']);
  // Nobody has to wait for all to be served.
  reach('served', 4_900);
  await waitServed(heard, progress);
  expect(written).toHaveLength(1);
});

test('a write of a later phase is none of this one', async () => {
  const { load, reach } = loadOf();
  const written: string[] = [];
  const progress = quietProgress((line) => written.push(line));
  const phase = { baseMs: 5_000, detection: () => null, isOver: () => true };
  const telling = tellFirstWrite(listen(load, 5_000), progress, phase);
  reach('write', 60_000);
  await telling;
  expect(written).toEqual([]);
});
