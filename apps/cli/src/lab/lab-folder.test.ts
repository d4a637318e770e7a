import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPlatform } from '../platform/load.ts';
import { Refusal } from '../refusal.ts';
import { platforms } from '../testing.ts';
import { platformOfLab } from './lab-folder.ts';

let folder: string;
const sink = { isTerminal: false, write: () => undefined };
const context = () => ({
  folder,
  environment: {},
  stdout: sink,
  stderr: sink,
  canAsk: false,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-lab-folder-'));
  symlinkSync(join(platforms, '../../../../node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function startedWith(name: string) {
  const file = join(folder, name);
  copyFileSync(join(platforms, 'sound.ts'), file);
  const { platform, digest } = await loadPlatform(file, context());
  const kept = { schemaVersion: 1, file, digest, platform };
  writeFileSync(join(folder, 'platform.json'), JSON.stringify(kept));
  return { file, digest };
}

async function wrongOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof Refusal)) throw error;
  return error.problems[0]?.wrong ?? '';
}

describe('the platform of a lab', () => {
  test('is the one it was started with, also after its file is gone', async () => {
    const { file, digest } = await startedWith('first.ts');
    expect(await platformOfLab(undefined, folder, context())).toMatchObject({ file, digest });
    rmSync(file);
    expect(await platformOfLab(undefined, folder, context())).toMatchObject({ file, digest });
  });

  test('a file that has changed is refused', async () => {
    const { file } = await startedWith('second.ts');
    const changed = join(folder, 'changed.ts');
    writeFileSync(changed, readFileSync(file, 'utf8').replace("rto: '5m'", "rto: '6m'"));
    expect(await wrongOf(platformOfLab(changed, folder, context()))).toContain('it has changed');
  });

  test('another platform is refused', async () => {
    await startedWith('third.ts');
    expect(await wrongOf(platformOfLab('eks-failover', folder, context()))).toBe(
      'the lab runs shop, this is eks-failover',
    );
  });

  test('a state of an earlier release has none', async () => {
    expect(await wrongOf(platformOfLab(undefined, folder, context()))).toContain('did not keep');
  });
});
