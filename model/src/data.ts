/** What the kinds that hold state share: where they are, and how they are kept. */
import { fillCommon, type WrittenCommon } from './common.ts';
import type { Credentials, DataBase, DatabaseBase } from './component.ts';
import { askedOf, usedOf, type WrittenFigure } from './figures.ts';
import { type Fill, listOf, type Surroundings, startRegion, type Tell } from './kind.ts';
import { reservedNames } from './offers/reserved-names.ts';
import { formatDuration } from './quantities.ts';
import {
  lengthened,
  maintenanceAfter,
  usualWindows,
  windowMinutesMin,
  windowsOverlap,
} from './windows.ts';

const DAY_MS = 86_400_000;

/** RDS and Aurora: 1 to 35 days; 0 would switch backups off, and replicas with them. */
export const backupRetention = { minMs: DAY_MS, maxMs: 35 * DAY_MS } as const;

/** RDS and DocumentDB API references, Port: 1150 to 65535. */
const portMin = 1150;

export interface WrittenData extends WrittenCommon {
  readonly writerIn?: string | undefined;
  readonly replicaIn?: string | readonly string[] | undefined;
  readonly multiZone?: boolean | undefined;
}

export interface WrittenDatabase extends WrittenData {
  readonly size: WrittenFigure;
  readonly port?: number | undefined;
  readonly database?: string | undefined;
  readonly backups?: number | undefined;
  readonly backupWindow?: string | undefined;
  readonly maintenanceWindow?: string | undefined;
  readonly passwords?:
    | {
        readonly rotation?: number | undefined;
        readonly lengthMin?: number | undefined;
        readonly version?: number | undefined;
      }
    | undefined;
  readonly alarms?:
    | { readonly replicationLag?: number | undefined; readonly cpu?: number | undefined }
    | undefined;
}

export function writerRegion(written: WrittenData, around: Surroundings): string {
  return written.writerIn ?? startRegion(around);
}

/** As written, else every other region, unless the strategy keeps backups only. */
export function replicaRegions(written: WrittenData, around: Surroundings): readonly string[] {
  if (written.replicaIn !== undefined) {
    const named = listOf(written.replicaIn);
    return around.regions.map((region) => region.name).filter((name) => named.includes(name));
  }
  if (around.strategy === 'backup-restore') return [];
  const writer = writerRegion(written, around);
  return around.regions.map((region) => region.name).filter((name) => name !== writer);
}

/** Whether every region that it names exists; an unknown one is told as such, once. */
export function regionsKnown(written: WrittenData, around: Surroundings): boolean {
  const known = around.regions.map((region) => region.name);
  return [writerRegion(written, around), ...listOf(written.replicaIn ?? [])].every((name) =>
    known.includes(name),
  );
}

export function checkData(written: WrittenData, around: Surroundings, tell: Tell): void {
  const writer = writerRegion(written, around);
  const region = around.regions.find((candidate) => candidate.name === writer);
  if (region?.role === 'standby') {
    const serving = startRegion(around);
    tell(
      ['writerIn'],
      'is a standby region, which serves nobody',
      `write '${serving}', or leave it out`,
    );
  }
  if (written.replicaIn !== undefined) {
    const index = listOf(written.replicaIn).indexOf(writer);
    if (index >= 0) {
      const field = typeof written.replicaIn === 'string' ? ['replicaIn'] : ['replicaIn', index];
      const others = around.regions.map(({ name }) => name).filter((name) => name !== writer);
      tell(
        field,
        'is the region that writes: a replica there would be lost with it',
        others.length > 0 ? `name another region: ${others.join(', ')}` : 'add a second region',
      );
    }
  }
  if (written.multiZone === true && region !== undefined && region.zones < 2) {
    tell(
      ['multiZone'],
      `needs a second zone, but ${writer} has one`,
      `give ${writer} two zones (zones: 2), or write multiZone: false`,
    );
  }
}

/** A cluster of a writer and readers, where a reader takes over. */
export function checkReaders(
  written: { readonly multiZone?: boolean | undefined; readonly instances?: number | undefined },
  tell: Tell,
): void {
  if (written.multiZone !== true || written.instances !== 1) return;
  tell(
    ['instances'],
    'leaves no reader that could take over in another zone',
    'write 2 or more, or multiZone: false',
  );
}

/** Whether other regions follow: then AWS neither makes nor changes the password. */
function isFollowed(written: WrittenData, around: Surroundings): boolean {
  return replicaRegions(written, around).length > 0;
}

/** Secrets Manager API reference, RotationRulesType, AutomaticallyAfterDays: 1 to 1000. */
function isRotation(everyMs: number): boolean {
  return everyMs % DAY_MS === 0 && everyMs >= DAY_MS && everyMs <= 1000 * DAY_MS;
}

/** Who changes a password says which of two fields there is to write. */
function checkPasswords(written: WrittenDatabase, around: Surroundings, tell: Tell): void {
  const { passwords } = written;
  const followed = isFollowed(written, around);
  if (followed && passwords?.rotation !== undefined) {
    tell(
      ['passwords', 'rotation'],
      'is not to be had: RDS changes no password of a database that other regions follow',
      'leave it out; raise passwords.version whenever it is to be changed',
    );
  }
  const rotation = passwords?.rotation;
  if (!followed && rotation !== undefined && !isRotation(rotation)) {
    tell(
      ['passwords', 'rotation'],
      'is not what Secrets Manager takes: whole days, 1 to 1000',
      "write it in days: '30d'",
    );
  }
  if (!followed && passwords?.lengthMin !== undefined) {
    tell(
      ['passwords', 'lengthMin'],
      'is for a database that other regions follow: RDS makes this one, and chooses its length',
      'leave it out',
    );
  }
  if (!followed && passwords?.version !== undefined) {
    tell(
      ['passwords', 'version'],
      'is for a database that other regions follow: RDS changes this password by itself',
      'leave it out',
    );
  }
}

function fillCredentials(
  passwords: WrittenDatabase['passwords'],
  followed: boolean,
  fill: Fill,
): Credentials {
  return {
    managedBy: 'secrets-manager',
    rotationMs: followed
      ? null
      : fill.duration(
          ['passwords', 'rotation'],
          passwords?.rotation,
          7 * DAY_MS,
          'Secrets Manager changes a managed password every 7 days',
        ),
    passwordLengthMin: fill(
      ['passwords', 'lengthMin'],
      passwords?.lengthMin,
      28,
      'the length that RDS generates',
    ),
    version: followed
      ? fill(['passwords', 'version'], passwords?.version, 1, 'raised, the password is changed')
      : 1,
  };
}

/** What is called `user-shop` makes a database `user_shop`. */
function databaseOf(written: WrittenDatabase, around: Surroundings): string {
  return written.database ?? around.platform.replaceAll('-', '_');
}

function checkDatabaseName(
  written: WrittenDatabase,
  engine: keyof typeof reservedNames,
  around: Surroundings,
  tell: Tell,
): void {
  const name = databaseOf(written, around);
  // What stands already has its name.
  if (written.existing !== undefined || !reservedNames[engine].has(name)) return;
  const isWritten = written.database !== undefined;
  const why = `${name} is a word that ${engine} or AWS keeps for itself`;
  tell(
    ['database'],
    isWritten ? why : `is not written, and so the platform's name, but ${why}`,
    `${isWritten ? 'write' : 'add database:'} '${name}_data'`,
  );
}

export function checkDatabase(
  written: WrittenDatabase,
  engine: keyof typeof reservedNames,
  around: Surroundings,
  tell: Tell,
): void {
  checkData(written, around, tell);
  checkDatabaseName(written, engine, around, tell);
  checkWindows(written, tell);
  checkPasswords(written, around, tell);
  const { backups, port } = written;
  if (port !== undefined && port < portMin) {
    tell(
      ['port'],
      `is outside what RDS takes: ${portMin} to 65535`,
      "leave it out: the engine's usual one",
    );
  }
  if (
    backups !== undefined &&
    (backups < backupRetention.minMs || backups > backupRetention.maxMs)
  ) {
    tell(
      ['backups'],
      'is outside what RDS keeps: 1 to 35 days',
      `write ${backups < backupRetention.minMs ? "'1d' or more" : "'35d' or less"}`,
    );
  }
}

/** What is not written is as it will be filled in. */
function checkWindows(written: WrittenDatabase, tell: Tell): void {
  for (const field of ['backupWindow', 'maintenanceWindow'] as const) {
    const longer = lengthened(written[field] ?? usualWindows.backup);
    if (longer === null) continue;
    const wrong = `is shorter than the ${windowMinutesMin} minutes that RDS asks for`;
    tell([field], wrong, `write '${longer}'`);
  }
  const backup = written.backupWindow ?? usualWindows.backup;
  const maintenance = written.maintenanceWindow ?? usualWindows.maintenance;
  if (!windowsOverlap(backup, maintenance)) return;
  const later = maintenanceAfter(backup, maintenance);
  const isWritten = written.maintenanceWindow !== undefined;
  tell(
    [isWritten ? 'maintenanceWindow' : 'backupWindow'],
    isWritten
      ? `overlaps the backup window, ${backup}: RDS takes no two that do`
      : `overlaps the maintenance window, ${maintenance} by default: RDS takes no two that do`,
    later === null
      ? 'make them shorter: maintenance has to end before the next backup begins'
      : isWritten
        ? `write '${later}'`
        : `add maintenanceWindow: '${later}'`,
  );
}

export function fillData(
  written: WrittenData,
  around: Surroundings,
  fill: Fill,
): Omit<DataBase, 'name'> {
  const writerIn = fill(
    ['writerIn'],
    written.writerIn,
    writerRegion(written, around),
    'the region that serves at the start',
  );
  const replicas = replicaRegions(written, around);
  const replicaIn = fill(
    ['replicaIn'],
    written.replicaIn === undefined ? undefined : replicas,
    replicas,
    around.strategy === 'backup-restore'
      ? 'backup-restore keeps backups instead of replicas'
      : `${around.strategy} needs the data in every region`,
  );
  const zones = around.regions.find((region) => region.name === writerIn)?.zones ?? 1;
  const regions = around.regions
    .map((region) => region.name)
    .filter((name) => name === writerIn || replicaIn.includes(name));
  return {
    regions,
    ...fillCommon(regions, written),
    writerIn,
    replicaIn,
    multiZone: fill(
      ['multiZone'],
      written.multiZone,
      zones >= 2,
      zones >= 2
        ? 'a zone may be lost, its acknowledged writes may not'
        : 'the region has one zone',
    ),
    encryption: fill(
      ['encryption'],
      undefined,
      { atRest: true, inTransit: true },
      'data is encrypted at rest and in transit, always',
    ),
  };
}

export function fillDatabase(
  written: WrittenDatabase,
  around: Surroundings,
  fill: Fill,
  usualPort: number,
): Omit<DatabaseBase, 'name'> {
  const { passwords, alarms } = written;
  return {
    ...fillData(written, around, fill),
    size: usedOf(written.size),
    sizeAsked: askedOf(written.size),
    port: fill(['port'], written.port, usualPort, 'the usual port of the engine'),
    database: fill(
      ['database'],
      written.database,
      databaseOf(written, around),
      "the platform's name",
    ),
    backupRetentionMs: fill.duration(
      ['backups'],
      written.backups,
      7 * DAY_MS,
      'a week is what the AWS console proposes; write it when it is a promise',
    ),
    backupWindow: fill(['backupWindow'], written.backupWindow, usualWindows.backup, 'night in UTC'),
    maintenanceWindow: fill(
      ['maintenanceWindow'],
      written.maintenanceWindow,
      usualWindows.maintenance,
      'the quietest night of the week, after the backup',
    ),
    credentials: fillCredentials(passwords, isFollowed(written, around), fill),
    alarms: {
      replicationLagMs: fill.duration(
        ['alarms', 'replicationLag'],
        alarms?.replicationLag,
        60_000,
        `a lag of ${formatDuration(60_000)} is far from normal, and early enough to act`,
      ),
      cpuPercent: fill(['alarms', 'cpu'], alarms?.cpu, 80, 'room is left for a failover'),
      replicationFaults: true,
    },
  };
}
