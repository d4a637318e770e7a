import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentTypeOf, createPictureStore, type PictureStore, TooLong } from './store.ts';

describe('the picture store', () => {
  let folder: string;
  let store: PictureStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storefront-pictures-'));
    store = createPictureStore(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function* chunks(...parts: readonly string[]): AsyncGenerator<Buffer> {
    for (const part of parts) yield Buffer.from(part);
  }

  it('keeps a picture under the hash of what is in it, once', async () => {
    const expected = createHash('sha256').update('sea and sky').digest('hex');
    const stored = await Promise.all([
      store.put(chunks('sea ', 'and sky'), 100),
      store.put(chunks('sea and', ' sky'), 100),
    ]);
    for (const one of stored) expect(one).toEqual({ sha256: expected, bytes: 11 });
    expect(readFileSync(join(folder, expected.slice(0, 2), expected), 'utf8')).toBe('sea and sky');
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off or is too long', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    await expect(store.put(broken(), 100)).rejects.toThrow('gone');
    await expect(store.put(chunks('too ', 'long'), 6)).rejects.toBeInstanceOf(TooLong);
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['.incoming']);
  });

  it('says so when it does not have a picture', async () => {
    expect(await store.open('0'.repeat(64))).toBe(null);
  });

  it.each([
    ['89504e470d0a1a0a00000000', 'image/png'],
    ['ffd8ffe000104a4649460001', 'image/jpeg'],
    ['474946383961000000000000', 'image/gif'],
    ['524946460000000057454250', 'image/webp'],
    ['3c68746d6c3e000000000000', 'application/octet-stream'],
  ])('knows %s as %s', (head, type) => {
    expect(contentTypeOf(Buffer.from(head, 'hex'))).toBe(type);
  });
});
