/** The table of what is accepted is written from the output itself: neither can be alone. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = join(import.meta.dirname, 'security.md');

function acceptedTable(): string {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /build\/terraform\/.*\.tf$/.test(name))) {
    let address = '';
    for (const line of readFileSync(join(root, 'examples', file), 'utf8').split('\n')) {
      const block = /^(resource|data) "(\w+)"/.exec(line);
      if (block !== null) address = `${block[1] === 'data' ? 'data.' : ''}${block[2]}`;
      const skip = /^ {2}# checkov:skip=(\w+):(.*)$/.exec(line);
      if (skip === null) continue;
      const [, rule = '', reason = ''] = skip;
      const key = `${rule} | \`${address}\` | ${reason.replace(/\d+ days/, 'some days')}`;
      found.set(key, (found.get(key) ?? new Set()).add(file));
    }
  }
  const rows = [...found].map(([key, places]) => `| ${key} | ${places.size} |`).sort();
  return ['| rule | where | why | files |', '|---|---|---|---|', ...rows].join('\n');
}

test('every rule that is accepted stands in the documentation with its reason', () => {
  const text = readFileSync(page, 'utf8');
  const table = `<!-- accepted -->\n${acceptedTable()}\n<!-- end -->`;
  const written = text.replace(/<!-- accepted -->[\s\S]*<!-- end -->/, () => table);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(page, written);
  else expect(text).toBe(written);
});
