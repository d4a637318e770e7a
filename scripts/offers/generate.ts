/**
 * Writes what AWS offers, by packages in which AWS lists it: its SDK has every instance type of
 * EC2, its CDK every version of the engines, with a mark on those that are withdrawn.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const target = join(here, '../../model/src/offers');

/** When npm published the versions that package.json names. */
const published = { ec2: '2026-11-13', cdk: '2026-11-10' } as const;

function textOf(path: string): string {
  return readFileSync(join(here, 'node_modules', path), 'utf8');
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(textOf(`${name}/package.json`));
  return version;
}

/** What stands between a beginning and an end. */
function part(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`there is no ${from}`);
  return text.slice(start, end);
}

const sizes = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** `2xlarge` is 2; sizes that have a name come first, metal last. */
function rankOf(size: string): number {
  const named = sizes.indexOf(size);
  if (named >= 0) return named - 10;
  return size.startsWith('metal') ? 1_000 + Number.parseInt(size.slice(6) || '0', 10) : +size;
}

/** `m6i: 'large xlarge 2 4 …'` */
function instanceTypes(): string[] {
  const all = part(
    textOf('@aws-sdk/client-ec2/dist-types/models/enums.d.ts'),
    '_InstanceType',
    '};',
  );
  const families = new Map<string, string[]>();
  for (const [, family = '', size = ''] of all.matchAll(/"([a-z0-9-]+)\.([a-z0-9-]+)"/g)) {
    const short = size.replace(/^(\d+)xlarge$/, '$1');
    families.set(family, [...(families.get(family) ?? []), short]);
  }
  return [...families].sort().map(([family, own]) => {
    const key = /^[a-z]\w*$/.test(family) ? family : `'${family}'`;
    return `  ${key}: '${own.sort((one, other) => rankOf(one) - rankOf(other)).join(' ')}',`;
  });
}

/** By what it is a minor of: `17: '2 4 5 …'`; those that are withdrawn are left out. */
function versions(file: string, name: string): string[] {
  const body = part(textOf(`aws-cdk-lib/${file}`), `class ${name} `, '\n}');
  const majors = new Map<string, string[]>();
  for (const [, comment = '', version = ''] of body.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*static readonly VER_(\w+)/g,
  )) {
    const [, major, minor] = /^(\d+)(?:_(\d+))?(?:_RDS_\d+)?$/.exec(version) ?? [];
    if (major === undefined || comment.includes('@deprecated')) continue;
    const known = majors.get(major) ?? [];
    const isNew = minor !== undefined && !version.includes('RDS') && !known.includes(minor);
    majors.set(major, isNew ? [...known, minor] : known);
  }
  return [...majors].map(([major, minors]) => `    ${major}: '${minors.join(' ')}',`);
}

/**
 * EKS supports a version for 14 months and another 12 (user guide, version lifecycle): 1.31 until
 * 26 November 2026, too short for what is planned now, 1.32 until 23 March 2027 (endoflife.date,
 * Amazon EKS; read 2026-11-22).
 */
const kubernetesMin = 32;

function kubernetes(): string {
  const body = part(
    textOf('aws-cdk-lib/aws-eks/lib/cluster.d.ts'),
    'class KubernetesVersion',
    '\n}',
  );
  const all = [...body.matchAll(/readonly V1_(\d+)/g)].map(([, minor]) => Number(minor));
  return all.filter((minor) => minor >= kubernetesMin).join(' ');
}

const cdk = `AWS CDK ${versionOf('aws-cdk-lib')}`;
const head = '// Written by scripts/offers: change it there.\n';
const lines = instanceTypes();
writeFileSync(
  join(target, 'instance-types.ts'),
  `${head}
/** Families of EC2 and their sizes; a number is as many xlarge. */
export const instanceTypes: { readonly [family: string]: string } = {
${lines.join('\n')}
};

export const instanceTypesOf = {
  date: '${published.ec2}',
  source: 'AWS SDK, client-ec2 ${versionOf('@aws-sdk/client-ec2')}',
} as const;
`,
);
writeFileSync(
  join(target, 'engine-versions.ts'),
  `${head}
/** Majors and their minors; a major alone is what AWS makes of it. */
export const engineVersions = {
  postgres: {
${versions('aws-rds/lib/instance-engine.d.ts', 'PostgresEngineVersion').join('\n')}
  },
  'aurora postgresql': {
${versions('aws-rds/lib/cluster-engine.d.ts', 'AuroraPostgresEngineVersion').join('\n')}
  },
  kubernetes: { 1: '${kubernetes()}' },
} as const;

export const engineVersionsOf = { date: '${published.cdk}', source: '${cdk}' } as const;
`,
);
