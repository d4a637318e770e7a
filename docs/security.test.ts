/** The table of what is accepted is written from the output itself: neither can be alone. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = join(import.meta.dirname, 'security.md');

/**
 * What a rule is about, of all that is accepted somewhere. The three that are never accepted are
 * encryption, public access and wildcards, but for `exceptions`.
 */
const about: { readonly [rule: string]: string } = {
  CKV2_AWS_8: 'backup',
  CKV2_AWS_28: 'firewall',
  CKV2_AWS_38: 'signing',
  CKV2_AWS_39: 'logs',
  CKV2_AWS_47: 'firewall',
  CKV2_AWS_57: 'rotation',
  CKV2_AWS_62: 'notices',
  CKV2_AWS_76: 'firewall',
  CKV_AWS_18: 'logs',
  CKV_AWS_38: 'public access',
  CKV_AWS_39: 'public access',
  CKV_AWS_75: 'logs',
  CKV_AWS_86: 'logs',
  CKV_AWS_91: 'logs',
  CKV_AWS_109: 'wildcards',
  CKV_AWS_111: 'wildcards',
  CKV_AWS_144: 'copies',
  CKV_AWS_157: 'backup',
  CKV_AWS_260: 'public access',
  CKV_AWS_316: 'builds',
  CKV_AWS_319: 'alarms',
  CKV_AWS_326: 'backup',
  CKV_AWS_356: 'wildcards',
  CKV_AWS_374: 'countries',
  CKV_AWS_378: 'what Checkov does not follow',
};

const exceptions: { readonly [rule: string]: string } = {
  CKV_AWS_38: 'the endpoint of EKS, with ranges',
  CKV_AWS_39: 'the endpoint of EKS, with ranges',
  CKV_AWS_109: 'key policies',
  CKV_AWS_111: 'key policies',
  CKV_AWS_260: 'public listeners',
  CKV_AWS_356: 'key policies',
};

interface Accepted {
  readonly rule: string;
  /** `aws_lb`, `data.aws_iam_policy_document` */
  readonly type: string;
  readonly reason: string;
  readonly file: string;
}

function accepted(): readonly Accepted[] {
  const found: Accepted[] = [];
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /build\/terraform\/.*\.tf$/.test(name))) {
    let address = '';
    for (const line of readFileSync(join(root, 'examples', file), 'utf8').split('\n')) {
      const block = /^(resource|data) "(\w+)"/.exec(line);
      if (block !== null) address = `${block[1] === 'data' ? 'data.' : ''}${block[2]}`;
      const skip = /^ {2}# checkov:skip=(\w+):(.*)$/.exec(line);
      if (skip === null) continue;
      const [, rule = '', reason = ''] = skip;
      found.push({ rule, type: address, reason: reason.replace(/\d+ days/, 'some days'), file });
    }
  }
  return found;
}

function acceptedTable(): string {
  const found = new Map<string, Set<string>>();
  for (const { rule, type, reason, file } of accepted()) {
    const key = `${rule} | ${about[rule] ?? '?'} | \`${type}\` | ${reason}`;
    found.set(key, (found.get(key) ?? new Set()).add(file));
  }
  const rows = [...found].map(([key, places]) => `| ${key} | ${places.size} |`).sort();
  return ['| rule | about | where | why | files |', '|---|---|---|---|---|', ...rows].join('\n');
}

test('nothing is accepted of encryption, public access or wildcards, but for what is said', () => {
  const rules = new Set(accepted().map(({ rule }) => rule));
  expect([...rules].filter((rule) => about[rule] === undefined)).toEqual([]);
  expect(Object.keys(about).filter((rule) => !rules.has(rule))).toEqual([]);
  const never = ['encryption', 'public access', 'wildcards'];
  const unsaid = [...rules].filter(
    (rule) => never.includes(about[rule] ?? '') && exceptions[rule] === undefined,
  );
  expect(unsaid).toEqual([]);
  const wildcards = accepted().filter(({ rule }) => about[rule] === 'wildcards');
  expect(wildcards.filter(({ reason }) => !reason.startsWith('A key policy'))).toEqual([]);
});

test('every rule that is accepted stands in the documentation with its reason', () => {
  const text = readFileSync(page, 'utf8');
  const table = `<!-- accepted -->\n${acceptedTable()}\n<!-- end -->`;
  const written = text.replace(/<!-- accepted -->[\s\S]*<!-- end -->/, () => table);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(page, written);
  else expect(text).toBe(written);
});
