/**
 * `npm run oracle [-- --write]`: every resource and data source in the committed Terraform of the
 * examples, and of each type that none of them has what a variant of one has, through the
 * provider's own bindings, compared argument by argument. It exits with 1 when something differs
 * that has no reason; `--write` writes the table of `docs/oracle.md` anew.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonFor } from './accepted.ts';
import { compare, type Difference } from './compare.ts';
import { readFolder, type Written } from './read-hcl.ts';
import { spoiledCopies } from './spoil.ts';
import { Synth } from './synth.ts';
import { readVariants } from './variants.ts';

const here = import.meta.dirname;
const examples = join(here, '../../examples');
const page = join(here, '../../docs/oracle.md');

/** What was found of one type. */
interface Row {
  readonly key: string;
  instances: number;
  compared: number;
  readonly accepted: Map<string, string>;
  readonly open: Map<string, Written>;
}

interface Findings {
  readonly rows: ReadonlyMap<string, Row>;
  /** Copies that were made wrong on purpose, and those of them that were taken for right. */
  readonly spoiled: number;
  readonly unnoticed: readonly string[];
}

async function readExamples(): Promise<readonly Written[]> {
  const names = readdirSync(examples).filter((name) => existsSync(buildOf(name)));
  return (await Promise.all(names.map((name) => readFolder(buildOf(name), name)))).flat();
}

/** Of the types that no example has: what is read of what stands already, and the like. */
async function readOthers(known: readonly Written[]): Promise<readonly Written[]> {
  const types = new Set(known.map(keyOf));
  const home = mkdtempSync(join(tmpdir(), 'outrigger-oracle-'));
  try {
    return (await readVariants(home)).filter((written) => !types.has(keyOf(written)));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function keyOf({ section, type }: Written): string {
  return `${titles[section]} ${type}`;
}

function buildOf(name: string): string {
  return join(examples, name, 'build/terraform');
}

const titles = { resources: 'resource', data: 'data', ephemeral: 'ephemeral' } as const;

function judge(all: readonly Written[], synth: Synth): Findings {
  const rows = new Map<string, Row>();
  const unnoticed: string[] = [];
  let spoiled = 0;
  for (const written of all) {
    const key = keyOf(written);
    const row = rows.get(key) ?? newRow(key);
    if (!rows.has(key)) {
      for (const { what, copy } of spoiledCopies(written)) {
        spoiled += 1;
        if (differencesOf(copy, synth).differences.length === 0) unnoticed.push(`${key}: ${what}`);
      }
    }
    rows.set(key, row);
    const { compared, differences } = differencesOf(written, synth);
    row.instances += 1;
    row.compared += compared;
    for (const { path, wrong } of differences) {
      const reason = reasonFor(written.type, path);
      if (reason === undefined) row.open.set(`${path}: ${wrong}`, written);
      else row.accepted.set(path, reason);
    }
  }
  return { rows, spoiled, unnoticed };
}

function newRow(key: string): Row {
  return { key, instances: 0, compared: 0, accepted: new Map(), open: new Map() };
}

function differencesOf(written: Written, synth: Synth) {
  const { side, refused } = synth.of(written);
  const { compared, differences } = compare(written, side);
  const all: readonly Difference[] = [...refused, ...differences];
  return { compared, differences: all };
}

function tableOf({ rows }: Findings): string {
  const order = Object.values<string>(titles);
  const place = ({ key }: Row) => order.indexOf(key.split(' ')[0] ?? '');
  const sorted = [...rows.values()].sort(
    (one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1),
  );
  const lines = sorted.map(({ key, instances, compared, accepted, open }) => {
    const paths = [...accepted.keys()].map((path) => `\`${path}\``).join(', ');
    const [reason = ''] = accepted.values();
    const told = [...[...open.keys()], ...(paths === '' ? [] : [`${paths}: ${reason}`])];
    return `| \`${key}\` | ${instances} | ${compared} | ${told.join('; ') || 'none'} |`;
  });
  return ['| what | blocks | values compared | differences |', '|---|--:|--:|---|', ...lines].join(
    '\n',
  );
}

function summaryOf({ rows, spoiled }: Findings, all: readonly Written[]): string {
  const compared = [...rows.values()].reduce((sum, row) => sum + row.compared, 0);
  const count = (number: number) => number.toLocaleString('en');
  return (
    `${count(rows.size)} types, ${count(all.length)} blocks, ${count(compared)} values; ` +
    `${count(spoiled)} copies spoiled on purpose, all noticed`
  );
}

function versions(): string {
  const names = ['@cdktn/provider-aws', 'cdktn', '@cdktn/hcl2json'];
  const version = (name: string): string =>
    JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
  return names.map((name) => `${name} ${version(name)}`).join(', ');
}

/** The part of the page that this command writes. */
function written(findings: Findings, all: readonly Written[]): string {
  const today = new Date().toISOString().slice(0, 10);
  const head = `Run on ${today} with ${versions()}:\n${summaryOf(findings, all)}.`;
  return `<!-- result -->\n${head}\n\n${tableOf(findings)}\n<!-- end -->`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  if (!existsSync(join(here, 'node_modules/@cdktn/provider-aws'))) {
    console.error('The provider bindings are not installed: they are 476 MB, and only for this.');
    console.error('mend: npm ci --prefix scripts/terraform-types');
    return 2;
  }
  const committed = await readExamples();
  console.error('building what no example has: of each kind what stands already…');
  const all = [...committed, ...(await readOthers(committed))];
  const findings = judge(all, new Synth(here));
  const open = [...findings.rows.values()].flatMap((row) =>
    [...row.open].map(([what, { place, name }]) => `${row.key}.${name} in ${place}: ${what}`),
  );
  for (const line of open) console.error(`✗ ${line}`);
  for (const line of findings.unnoticed) console.error(`✗ not noticed when spoiled: ${line}`);
  const isGood = open.length === 0 && findings.unnoticed.length === 0;
  if (isGood) console.log(`✓ ${summaryOf(findings, all)}`);
  if (isGood && values.write) {
    const text = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      text.replace(/<!-- result -->[\s\S]*<!-- end -->/, () => written(findings, all)),
    );
    console.log('written: docs/oracle.md');
  }
  return isGood ? 0 : 1;
}

process.exitCode = await main();
