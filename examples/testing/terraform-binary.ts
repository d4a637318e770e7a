import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine has Terraform. */
export const hasTerraform = spawnSync('terraform', ['version']).status === 0;

/** What `terraform fmt` would write otherwise, as it says it; nothing where there is no binary. */
export function fmtProblems(texts: readonly string[]): readonly string[] {
  if (!hasTerraform) return [];
  const folder = mkdtempSync(join(tmpdir(), 'outrigger-fmt-'));
  try {
    texts.forEach((text, index) => {
      writeFileSync(join(folder, `${String(index).padStart(4, '0')}.tf`), text);
    });
    const { stdout, stderr, status } = spawnSync('terraform', ['fmt', '-check', '-diff', folder], {
      encoding: 'utf8',
    });
    return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
