// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** RDS for PostgreSQL. */
export interface PostgresInput<R extends string> {
  readonly kind: 'postgres';
  /** Like '17' or '17.4'. */
  readonly version:
    | string
    | {
        /** What AWS offers by now. */
        readonly used: string;
        /** Who says so. */
        readonly source: string;
      };
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Instance class, like 'db.r6g.large'. */
  readonly size:
    | string
    | {
        /** What was asked for, and AWS does not offer. */
        readonly asked?: string;
        /** What is used in its place, or what AWS offers by now. */
        readonly used: string;
        /** Who says so. */
        readonly source: string;
      };
  /** Default: the usual port of the engine. */
  readonly port?: number;
  /** The database's own name. Default: the platform's. */
  readonly database?: string;
  /** How long automated backups are kept: 1d to 35d. */
  readonly backups?: string;
  /** Daily, in UTC: '03:00-04:00'. */
  readonly backupWindow?: string;
  /** Weekly, in UTC: 'sun:04:30-sun:05:30'. */
  readonly maintenanceWindow?: string;
  /** Credentials are managed by AWS Secrets Manager; nobody writes one down. */
  readonly passwords?: {
    /** AWS changes it so often, in days, where no region follows. */
    readonly rotation?: string;
    /** Of a password that is made here: where other regions follow. */
    readonly lengthMin?: number;
    /** Raise it to change the password where other regions follow: AWS does not. */
    readonly version?: number;
  };
  /** When the operator is called. */
  readonly alarms?: {
    /** Lag of a replica that calls the operator. */
    readonly replicationLag?: string;
    /** CPU use, in percent, that calls the operator. */
    readonly cpu?: number;
  };
  /** Each replica has a standby in a second zone as well. Default false. */
  readonly replicaMultiZone?: boolean;
  /** Disk, 20 GiB to 64 TiB. Default '100 GiB'. */
  readonly storage?: string;
  /** It stands already, found by its id or its tags: read, never created. */
  readonly existing?:
    | {
        readonly id: string | { readonly [region in R]?: string };
      }
    | {
        readonly tags: { readonly [name: string]: string };
      };
  /** Attributes to set in the Terraform that is written, by address of the resource. */
  readonly terraform?: TerraformPatches;
}
