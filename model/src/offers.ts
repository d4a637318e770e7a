/** What AWS offers, and what it does not: data, each with its source. */
import { engineVersions, engineVersionsOf } from './offers/engine-versions.ts';

export interface RegionZones {
  /** Letters of its zones, the usual ones first: those are taken where only a number is written. */
  readonly letters: string;
  /** As many does an account see; which letters those are differs where there are more. */
  readonly offered: number;
}

/**
 * AWS, "Availability Zones" and "Regions with independently mapped Availability Zones": an account
 * sees two of us-west-1's three letters, three of ap-northeast-1's four and of ca-central-1's four.
 * A region that is not here has zones that we do not know, and is not judged.
 */
export const regionZones: { readonly [region: string]: RegionZones } = {
  'us-east-1': { letters: 'abcdef', offered: 6 },
  'us-east-2': { letters: 'abc', offered: 3 },
  'us-west-1': { letters: 'abc', offered: 2 },
  'us-west-2': { letters: 'abcd', offered: 4 },
  'ca-central-1': { letters: 'abdc', offered: 3 },
  'ca-west-1': { letters: 'abc', offered: 3 },
  'mx-central-1': { letters: 'abc', offered: 3 },
  'sa-east-1': { letters: 'abc', offered: 3 },
  'eu-central-1': { letters: 'abc', offered: 3 },
  'eu-central-2': { letters: 'abc', offered: 3 },
  'eu-north-1': { letters: 'abc', offered: 3 },
  'eu-south-1': { letters: 'abc', offered: 3 },
  'eu-south-2': { letters: 'abc', offered: 3 },
  'eu-west-1': { letters: 'abc', offered: 3 },
  'eu-west-2': { letters: 'abc', offered: 3 },
  'eu-west-3': { letters: 'abc', offered: 3 },
  'af-south-1': { letters: 'abc', offered: 3 },
  'ap-east-1': { letters: 'abc', offered: 3 },
  'ap-northeast-1': { letters: 'acdb', offered: 3 },
  'ap-northeast-2': { letters: 'abcd', offered: 4 },
  'ap-northeast-3': { letters: 'abc', offered: 3 },
  'ap-south-1': { letters: 'abc', offered: 3 },
  'ap-south-2': { letters: 'abc', offered: 3 },
  'ap-southeast-1': { letters: 'abc', offered: 3 },
  'ap-southeast-2': { letters: 'abc', offered: 3 },
  'ap-southeast-3': { letters: 'abc', offered: 3 },
  'ap-southeast-4': { letters: 'abc', offered: 3 },
  'il-central-1': { letters: 'abc', offered: 3 },
  'me-central-1': { letters: 'abc', offered: 3 },
  'me-south-1': { letters: 'abc', offered: 3 },
};

/** Which instance classes an engine runs on. */
export interface ClassOffer {
  /** Classes by how they begin: `db.r6g.`. */
  readonly offered: RegExp;
  /** What is offered, in words. */
  readonly words: string;
  /** Of these, what a global database or a global cluster takes; null: whatever is offered. */
  readonly global: { readonly offered: RegExp; readonly words: string; readonly source: string };
  readonly example: string;
  readonly source: string;
}

const auroraOffer: ClassOffer = {
  offered: /^db\.(r[5-9]\w*|x2\w*)\.|^db\.(t3|t4g)\.(medium|large)$/,
  words: 'classes r5 and later, x2, and t3 or t4g of size medium or large',
  global: {
    offered: /^db\.(r[5-9]\w*|x2\w*)\./,
    words: 'classes for memory-intensive applications: r5 and later, x2',
    source: 'Aurora user guide, configuration requirements of a global database',
  },
  example: 'db.r6g.large',
  source: 'Aurora user guide, supported DB engines for DB instance classes',
};

const postgresOffer: ClassOffer = {
  offered: /^db\.(t3|t4g|m[5-9]\w*|r[5-9]\w*|x2\w*|c6gd|z1d)\./,
  words: 'classes t3, t4g, m5, r5, x2 and later ones',
  global: {
    offered: /^/,
    words: 'the same',
    source: 'RDS user guide, cross-region read replicas',
  },
  example: 'db.t4g.small',
  source: 'RDS user guide, DB instance classes: t2, m4 and r4 end with PostgreSQL 12',
};

const documentdbOffer: ClassOffer = {
  offered: /^db\.(r[4-9]\w*)\.|^db\.(t3|t4g)\.medium$/,
  words: 'classes r4 and later, and t3 or t4g of size medium',
  global: {
    offered: /^db\.(r[5-9]\w*)\./,
    words: 'no t3, t4g and r4',
    source: 'DocumentDB developer guide, limitations of global clusters',
  },
  example: 'db.r6g.large',
  source: 'DocumentDB developer guide, supported instance classes',
};

export const classOffers = {
  aurora: auroraOffer,
  postgres: postgresOffer,
  documentdb: documentdbOffer,
} as const;

/** The versions that an engine has, as they may be written, the newest last. */
export interface VersionOffer {
  readonly title: string;
  readonly versions: readonly string[];
  /** Of the table, and where it is from. */
  readonly date: string;
  readonly source: string;
}

function withMinors(minors: { readonly [major: string]: string }): readonly string[] {
  return Object.entries(minors).flatMap(([major, own]) => [
    major,
    ...own.split(' ').flatMap((minor) => (minor === '' ? [] : [`${major}.${minor}`])),
  ]);
}

/** What is newer is written with its source: see `orVouchedFor`. */
export const versionOffers = {
  postgres: {
    title: 'RDS for PostgreSQL',
    versions: withMinors(engineVersions.postgres),
    ...engineVersionsOf,
  },
  'aurora postgresql': {
    title: 'Aurora PostgreSQL',
    versions: withMinors(engineVersions['aurora postgresql']),
    ...engineVersionsOf,
  },
  'aurora mysql': {
    // A platform says which MySQL it wants: Aurora MySQL 2 is 5.7, Aurora MySQL 3 is 8.0.
    title: 'Aurora MySQL',
    versions: ['5.7', '8.0'],
    ...engineVersionsOf,
  },
  documentdb: {
    title: 'DocumentDB',
    versions: ['3.6', '4.0', '5.0', '8.0'],
    date: '2026-11-22',
    source: 'DocumentDB developer guide, features and configurations by engine version',
  },
  kubernetes: {
    title: 'EKS',
    versions: withMinors(engineVersions.kubernetes).slice(1),
    ...engineVersionsOf,
  },
} satisfies { readonly [engine: string]: VersionOffer };

/** DocumentDB developer guide, features and configurations: no global clusters with 3.6. */
export const documentdbWithoutGlobal = '3.6';

/** ELB user guide: a subnet of an ALB is a /27 at least, with eight addresses free. */
export const albSubnetBitsMax = 27;
/** ELB user guide for ALB; EKS user guide; RDS user guide, DB subnet groups: two zones each. */
export const zonesMin = 2;
/** VPC user guide: AWS keeps the first four addresses of a subnet, and the last one. */
export const reservedAddresses = 5;
/** EKS user guide, subnet requirements: so many for the control plane, in each subnet. */
export const eksAddresses = 6;

/** Days that CloudWatch Logs keeps a log group (API reference, PutRetentionPolicy). */
export const logRetentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];
