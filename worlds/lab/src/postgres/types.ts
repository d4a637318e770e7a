/**
 * Drives real PostgreSQL 18 for one zone's agent: programs from npm, one data folder a member,
 * commands over a unix socket. Every function takes plain data; nothing here decides when to
 * promote, whom to follow or what may be overwritten: the agent does, from its verbs.
 *
 * It never cancels a backend (`pg_cancel_backend`): a commit that waits for its synchronous standby
 * answers a cancel with an ordinary acknowledgement.
 */

/** An expected failure, as a person needs it: what is wrong, and what mends it. */
export interface Problem {
  readonly wrong: string;
  readonly mend: string;
}

/** Programs that run, and as whom. `folder` has `bin`, `lib` and `share` in it. */
export interface PostgresInstallation {
  readonly folder: string;
  readonly version: string;
  /** Null: as the user that we are. PostgreSQL refuses to run as root. */
  readonly uid: number | null;
  readonly gid: number | null;
}

/** One member: where it is and how it is reached. Its role is in its data folder, not here. */
export interface PostgresNode {
  readonly installation: PostgresInstallation;
  /** The member's id, `orders-db@us-east-1a`: its `application_name` when it follows another. */
  readonly name: string;
  readonly dataFolder: string;
  /** Holds the unix socket; its path with the socket's name must stay below 104 bytes. */
  readonly socketFolder: string;
  /** TCP on 127.0.0.1, replication only; also part of the socket's name. */
  readonly port: number;
  readonly logFile: string;
  readonly superuserPassword: string;
}

/** Whom a standby follows. `host` and `port` may be a tunnel's. */
export interface Upstream {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The physical slot that the upstream keeps for this standby. */
  readonly slot: string;
  readonly applicationName: string;
}

export const superuser = 'outrigger';
export const replicationUser = 'replicator';
export const applicationUser = 'storefront';
export const applicationDatabase = 'storefront';

/**
 * A slot's name may hold only a–z, 0–9 and `_`: `orders-db@us-east-1a` → `orders_db_us_east_1a`.
 */
export function slotName(memberName: string): string {
  return memberName.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}
