import { escapeIdentifier } from 'pg';
import type { Query } from './client.ts';

export interface KeyedTable {
  /** With its schema, quoted where it must be: `public.orders`. */
  readonly name: string;
  /** Columns of the primary key, quoted. */
  readonly key: readonly string[];
}

export interface LostRow {
  readonly state: 'absent' | 'different' | 'deleted';
  /** One JSON object as text: PostgreSQL's numbers don't all fit JavaScript's. */
  readonly json: string;
}

export interface RowSource {
  /** The kept copy. */
  readonly query: Query;
  readonly winner: Query;
  /** Transactions below it ended before the histories parted; null when that isn't known. */
  readonly oldestActive: string | null;
}

const batchRows = 500;

/** Ordinary tables of the application, by name; those without a primary key apart. */
export async function tablesOf(
  query: Query,
): Promise<{ readonly withKey: readonly KeyedTable[]; readonly withoutKey: readonly string[] }> {
  const rows = await query<{ name: string; key: string[] | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name, (
      select array_agg(a.attname::text order by k.position)
      from pg_index i
      cross join lateral unnest(i.indkey) with ordinality as k(attribute, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
      where i.indrelid = c.oid and i.indisprimary
    ) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p'
      and n.nspname <> 'outrigger' and n.nspname <> 'information_schema'
      and n.nspname not like 'pg\\_%'
    order by 1`);
  const withKey: KeyedTable[] = [];
  const withoutKey: string[] = [];
  for (const { name, key } of rows) {
    if (key === null) withoutKey.push(name);
    else withKey.push({ name, key: key.map(escapeIdentifier) });
  }
  return { withKey, withoutKey };
}

/** What the winner lacks of one table. */
export async function* lostRows(source: RowSource, table: KeyedTable): AsyncGenerator<LostRow> {
  const [found] = await source.winner<{ name: string | null }>(
    'select to_regclass($1)::text as name',
    [table.name],
  );
  const onWinner = (found?.name ?? null) !== null;
  // A row's xmin has 32 bits; past the first 2^32 transactions it can't be compared with the
  // fork's.
  const known = source.oldestActive !== null && BigInt(source.oldestActive) < 2n ** 32n;
  const oldestActive = known ? source.oldestActive : null;
  for await (const batch of writtenRows(source.query, table, oldestActive)) {
    const differing = onWinner
      ? await compare(source.winner, table, batch)
      : batch.map((_, index) => ({ index, winner: null }));
    for (const { index, winner } of differing) {
      const row = batch[index];
      if (row === undefined) throw new Error(`the winner answered with row ${index}`);
      yield lostRow(table, winner === null ? 'absent' : 'different', row, winner);
    }
  }
  if (!onWinner || oldestActive === null) return;
  yield* deletedRows(source, table, oldestActive);
}

interface Row {
  readonly key: string;
  readonly row: string;
}

function lostRow(
  table: KeyedTable,
  state: LostRow['state'],
  { key, row }: Row,
  winner: string | null,
): LostRow {
  const here = state === 'deleted' ? 'null' : row;
  const head = `{"table":${JSON.stringify(table.name)},"state":"${state}"`;
  return { state, json: `${head},"key":${key},"row":${here},"winner":${winner}}` };
}

/** Rows whose present version was written after the histories parted, in batches. */
async function* writtenRows(
  query: Query,
  table: KeyedTable,
  oldestActive: string | null,
): AsyncGenerator<readonly Row[]> {
  await query('begin read only');
  await query(`declare written cursor for
    select ${keyObject(table, 't')}::text as key, to_jsonb(t)::text as row from ${table.name} t
    ${oldestActive === null ? '' : `where t.xmin::text::bigint >= ${BigInt(oldestActive)}`}
    order by ${table.key.map((column) => `t.${column}`).join(', ')}`);
  for (;;) {
    const batch = await query<{ key: string; row: string }>(`fetch ${batchRows} from written`);
    if (batch.length > 0) yield batch;
    if (batch.length < batchRows) break;
  }
  await query('commit');
}

/** Of these rows, those that the winner lacks (`winner` null) or has with another content. */
function compare(
  winner: Query,
  table: KeyedTable,
  rows: readonly Row[],
): Promise<{ index: number; winner: string | null }[]> {
  return winner<{ index: number; winner: string | null }>(
    `select (given.position - 1)::int as index, to_jsonb(t)::text as winner
     from jsonb_array_elements($1::jsonb) with ordinality as given(row, position)
     cross join lateral jsonb_populate_record(null::${table.name}, given.row) as k
     left join ${table.name} t on ${sameKey(table)}
     where t.${table.key[0]} is null or to_jsonb(t) is distinct from given.row
     order by 1`,
    [`[${rows.map(({ row }) => row).join(',')}]`],
  );
}

/**
 * Rows of the winner that are older than the fork, so both once had them, and that are gone here.
 * Paged by key: what the winner changes meanwhile only leaves the set.
 */
async function* deletedRows(
  source: RowSource,
  table: KeyedTable,
  oldestActive: string,
): AsyncGenerator<LostRow> {
  const columns = table.key.map((column) => `t.${column}`).join(', ');
  const after = table.key.map((column) => `k.${column}`).join(', ');
  let last: string | null = null;
  for (;;) {
    const batch: readonly Row[] = await source.winner<{ key: string; row: string }>(
      `select ${keyObject(table, 't')}::text as key, to_jsonb(t)::text as row from ${table.name} t
       where t.xmin::text::bigint < ${BigInt(oldestActive)} and ($1::jsonb is null or
         (${columns}) > (select ${after} from jsonb_populate_record(null::${table.name}, $1) k))
       order by ${columns} limit ${batchRows}`,
      [last],
    );
    const gone = await source.query<{ index: number }>(
      `select (given.position - 1)::int as index
       from jsonb_array_elements($1::jsonb) with ordinality as given(row, position)
       cross join lateral jsonb_populate_record(null::${table.name}, given.row) as k
       where not exists (select from ${table.name} t where ${sameKey(table)})
       order by 1`,
      [`[${batch.map(({ key }) => key).join(',')}]`],
    );
    for (const { index } of gone) {
      const row = batch[index];
      if (row !== undefined) yield lostRow(table, 'deleted', row, row.row);
    }
    if (batch.length < batchRows) return;
    last = batch.at(-1)?.key ?? null;
  }
}

function sameKey(table: KeyedTable): string {
  return table.key.map((column) => `t.${column} = k.${column}`).join(' and ');
}

/** `jsonb_build_object('id', t.id)`; a column's JSON name is its name without quotes. */
function keyObject(table: KeyedTable, alias: string): string {
  const fields = table.key.map((column) => {
    const name = column.slice(1, -1).replaceAll('""', '"').replaceAll("'", "''");
    return `'${name}', ${alias}.${column}`;
  });
  return `jsonb_build_object(${fields.join(', ')})`;
}
