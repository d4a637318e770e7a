import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Pair,
  prepareTemplate,
  startPair,
  type Template,
  until,
} from '../../testing/postgres.ts';
import { createDatabase, type Database } from './database.ts';
import { createLog } from './log.ts';
import { loadMigrations, migrate, planMigrations } from './migrations.ts';

const log = createLog({
  service: 'test',
  region: 'us-east-1',
  zone: 'us-east-1a',
  level: 'silent',
});
const migrations = loadMigrations(new URL('../../migrations/', import.meta.url));
const [first, second] = [
  { name: '001.sql', sql: '', checksum: 'a' },
  { name: '002.sql', sql: '', checksum: 'b' },
];

describe('the plan of migrations', () => {
  it.each([
    ['everything on an empty database', [], { kind: 'run', pending: [first, second] }],
    ['what is new', [first], { kind: 'run', pending: [second] }],
    ['nothing twice', [first, second], { kind: 'run', pending: [] }],
    [
      'nothing when a newer version has been here',
      [first, second, { name: '003.sql', checksum: 'c' }],
      { kind: 'run', pending: [] },
    ],
  ])('runs %s', (_, recorded, expected) => {
    expect(planMigrations([first, second], recorded)).toEqual(expected);
  });

  it('refuses a migration that was changed, or overtaken', () => {
    const changed = planMigrations([first], [{ ...first, checksum: 'x' }]);
    expect(changed).toMatchObject({ kind: 'contradiction' });
    const overtaken = planMigrations([first, second], [second]);
    expect(overtaken).toMatchObject({ kind: 'contradiction' });
  });
});

describe('migrations on a real database', () => {
  let template: Template;
  let pair: Pair;
  const databases: Database[] = [];
  const open = (server: 'writer' | 'standby'): Database => {
    const database = createDatabase({
      urls: [pair[server].url],
      password: null,
      applicationName: 'test',
      connections: 2,
      log,
    });
    databases.push(database);
    return database;
  };
  const run = (database: Database): Promise<string | null> =>
    migrate({ database, migrations, password: null, log, signal: new AbortController().signal });

  beforeAll(async () => {
    template = await prepareTemplate();
    pair = await startPair(template);
  });
  afterAll(async () => {
    for (const database of databases) database.close();
    await pair.stop();
    template.remove();
  });

  it('run once, however many services start at once; a standby waits for them', async () => {
    const standby = run(open('standby'));
    const results = await Promise.all([1, 2, 3].map(() => run(open('writer'))));
    expect(results).toEqual([null, null, null]);
    expect(await standby).toBe(null);
    const rows = await pair.writer.query('select name from schema_migrations order by name');
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    await until(async () => {
      const seeded = await pair.standby.query('select count(*)::int as count from catalog');
      return seeded[0]?.count === 8;
    });
  });

  it('run again without a change', async () => {
    expect(await run(open('writer'))).toBe(null);
  });
});
