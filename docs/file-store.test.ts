/**
 * The storage class of the page leads each region to the same folder, and EFS takes its path.
 * Parameters and their values are those of the driver (aws-efs-csi-driver, docs/parameters.md; read
 * 2026-11-22).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, 'components/file-store.md'), 'utf8');
const manifest = /^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
const said = new Map(
  [...manifest.matchAll(/^ *(\w+): "?([^"\n]+)"?$/gm)].map(([, key = '', value = '']) => [
    key,
    value,
  ]),
);

test('the path of a claim is the same in each region', () => {
  expect(said.get('provisioner')).toBe('efs.csi.aws.com');
  expect(said.get('provisioningMode')).toBe('efs-ap');
  expect(said.get('ensureUniqueDirectory')).toBe('false');
  // Names of claims are the same in each cluster, those of volumes are not.
  const names = [...(said.get('subPathPattern') ?? '').matchAll(/\$\{([^}]+)\}/g)];
  expect(names.map(([, name]) => name)).toEqual(['.PVC.namespace', '.PVC.name']);
});

test('the driver knows each parameter', () => {
  const parameters = /^parameters:\n((?: .*\n)+)/m.exec(manifest)?.[1] ?? '';
  const names = [...parameters.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  expect(names).toHaveLength(8);
  const known =
    /^(provisioningMode|fileSystemId|directoryPerms|uid|gid|basePath|subPathPattern|ensureUniqueDirectory)$/;
  expect(names.filter((name) => !known.test(name ?? ''))).toEqual([]);
});

test('files belong to one who is not root', () => {
  expect(Number(said.get('uid'))).toBeGreaterThan(0);
  expect(Number(said.get('gid'))).toBeGreaterThan(0);
  expect(said.get('directoryPerms')).toMatch(/^77[0-7]$/);
});

test('the path is one that EFS takes', () => {
  const path = `${said.get('basePath')}/${said.get('subPathPattern')}`;
  expect(path.split('/').slice(1).length).toBeLessThanOrEqual(4);
  // EFS API reference, RootDirectory: its pattern, with names in place of what stands for them.
  expect(path.replace(/\$\{[^}]+\}/g, 'name')).toMatch(/^(\/(?!\.)[^$#<>;`|&?{}^*/\n]+){1,4}$/);
});

test('a claim that is deleted in one region leaves what the other has', () => {
  expect(said.get('reclaimPolicy')).toBe('Retain');
});
