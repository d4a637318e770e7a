import type { Json } from './problem.ts';

/** What every resolved component has. */
export interface ComponentBase {
  /** Its key in the platform. */
  readonly name: string;
  /** The regions that it exists in, in the platform's order. */
  readonly regions: readonly string[];
  /** What stands already: it is read, never created. null: it is created. */
  readonly existing: Existing | null;
  /** Attributes that its Terraform gets, by address of the resource, then by name. */
  readonly terraform: {
    readonly [address: string]: { readonly [attribute: string]: Json };
  };
}

/** How something that stands already is found. A region that has no id here gets a new one. */
export type Existing =
  | { readonly by: 'id'; readonly ids: { readonly [region: string]: string } }
  | { readonly by: 'tags'; readonly tags: { readonly [tag: string]: string } };

/** A figure that was asked for and that AWS offers no more, with what stands in for it. */
export interface Asked {
  readonly asked: string;
  readonly used: string;
  /** Where it is said that AWS does not offer what was asked. */
  readonly source: string;
}

/** What every resolved component that holds state has besides. One region writes, others follow. */
export interface DataBase extends ComponentBase {
  /** The region whose copy accepts writes at the start. */
  readonly writerIn: string;
  /** The regions that hold an asynchronous copy at the start, without `writerIn`. */
  readonly replicaIn: readonly string[];
  /** Whether a copy in a second zone of the same region holds every acknowledged write. */
  readonly multiZone: boolean;
  readonly encryption: Encryption;
}

export interface Encryption {
  readonly atRest: boolean;
  readonly inTransit: boolean;
}

/** What `aurora` and `postgres` share. */
export interface DatabaseBase extends DataBase {
  /** Instance class: `db.r6g.large`. */
  readonly size: string;
  /** null: what was asked for is what is used. */
  readonly sizeAsked: Asked | null;
  readonly port: number;
  /** The database's own name inside the server. */
  readonly database: string;
  /** Automated backups are kept this long, in ms, in each region that has a copy. */
  readonly backupRetentionMs: number;
  /** UTC: `03:00-04:00`. */
  readonly backupWindow: string;
  /** UTC: `sun:04:30-sun:05:30`. */
  readonly maintenanceWindow: string;
  readonly credentials: Credentials;
  readonly alarms: DatabaseAlarms;
}

export interface Credentials {
  readonly managedBy: 'secrets-manager';
  /** null: other regions follow, and AWS changes no password of such a database. */
  readonly rotationMs: number | null;
  readonly passwordLengthMin: number;
  /** Raised by a person to have the password changed where AWS doesn't do it. */
  readonly version: number;
}

/** When the operator is called. */
export interface DatabaseAlarms {
  readonly replicationLagMs: number;
  readonly cpuPercent: number;
  readonly replicationFaults: boolean;
}

export interface HealthCheck {
  readonly path: string;
  readonly intervalMs: number;
  /** Answers in a row that change the verdict. */
  readonly threshold: number;
}
