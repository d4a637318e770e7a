// Runs Checkov over the committed Terraform of every example; exits with 1 when a rule is broken
// that is not accepted in the file. Needs `checkov` in the PATH: pip install checkov.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const examples = join(import.meta.dirname, '../examples');
const folders = readdirSync(examples)
  .map((name) => join(examples, name, 'build/terraform'))
  .filter((folder) => existsSync(folder));

let failed = 0;
for (const folder of folders) {
  const words = ['-d', folder, '--framework', 'terraform', '--skip-download', '--compact'];
  const ran = spawnSync('checkov', [...words, '--quiet', '-o', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (ran.error !== undefined) {
    console.error('checkov cannot be run\nmend: pip install checkov, and have it in the PATH');
    process.exit(2);
  }
  const { summary, results } = JSON.parse(ran.stdout);
  const name = folder.split('/').at(-3);
  const { passed, failed: broken, skipped } = summary;
  console.log(`${name}: ${passed} passed, ${broken} failed, ${skipped} accepted`);
  for (const { check_id, check_name, file_path, resource } of results.failed_checks) {
    console.log(`  ${check_id}  ${file_path}  ${resource}\n      ${check_name}`);
  }
  failed += summary.failed;
}
process.exit(failed > 0 ? 1 : 0);
