import { type AdminClient, onlyRow } from './client.ts';

/** The rows of schema `outrigger` that say who owns the data and how far a standby has come. */
export interface EpochRow {
  readonly epoch: number;
  readonly region: string;
  readonly member: string;
}

/** On a standby: the epoch whose writes it last replayed. */
export async function readEpoch(admin: AdminClient): Promise<EpochRow> {
  const row = onlyRow(
    await admin.query<{ epoch: string; region: string; member: string }>(
      'select epoch, region, member from outrigger.epoch',
    ),
  );
  return { ...row, epoch: Number(row.epoch) };
}

/** False when the row already has a higher epoch: a late writer changes nothing. */
export async function writeEpoch(admin: AdminClient, epoch: EpochRow): Promise<boolean> {
  const rows = await admin.query(
    'update outrigger.epoch set epoch = $1, region = $2, member = $3 where epoch <= $1 returning 1',
    [epoch.epoch, epoch.region, epoch.member],
  );
  return rows.length === 1;
}

/**
 * `atMs` is CLOCK_MONOTONIC, which all processes of the machine share. It waits for no synchronous
 * standby: the lag of the others must be known while that one is away.
 */
export async function writeHeartbeat(admin: AdminClient, atMs: number): Promise<void> {
  await admin.query(
    `with locally as (select set_config('synchronous_commit', 'local', true))
     update outrigger.heartbeat set at_ms = $1 from locally where id = 1`,
    [atMs],
  );
}

/** The writer's time of the newest heartbeat that is visible here, in monotonic ms. */
export async function readHeartbeat(admin: AdminClient): Promise<number> {
  return onlyRow(
    await admin.query<{ at_ms: number }>('select at_ms from outrigger.heartbeat where id = 1'),
  ).at_ms;
}
