import { pipeline } from 'node:stream/promises';
import type { Values } from '../service/configuration.ts';
import { createDatabase, type Database } from '../service/database.ts';
import { observeDatabase } from '../service/database-metrics.ts';
import type { Parts, Surroundings } from '../service/lifecycle.ts';
import { invalid, notFound, refused, unknown } from '../service/outcome.ts';
import { headerNames, idempotencyKeyOf } from '../service/respond.ts';
import type { Exchange, JsonAnswer, Routes } from '../service/server.ts';
import type { picturesSettings } from './settings.ts';
import {
  codeOf,
  createPictureStore,
  type PictureStore,
  type StoredPicture,
  TooLong,
} from './store.ts';

const pictureBytesMax = 8 * 1024 * 1024;
const connections = 2;

/**
 * The file is on the disk before its row is written, so that a row never refers to a picture that
 * this region did not store. A file without a row is only a few bytes too many.
 */
const insertText = `
  with current as (select epoch from outrigger.epoch),
  written as (
    insert into pictures (sha256, key, bytes, epoch, region)
    select $1, $2, $3, current.epoch, $4 from current
    on conflict do nothing
    returning sha256, key, epoch::text, region)
  select written.*, true as created, current.epoch::text as current_epoch from written, current
  union all
  select * from (
    select sha256, key, pictures.epoch::text, region, false, current.epoch::text
    from pictures, current
    where (key = $2 or sha256 = $1) and not exists (select from written)
    -- The same key with another picture is a mistake to report; the same picture is none.
    order by key = $2 desc limit 1) as existing`;

export function assemblePictures(
  values: Values<typeof picturesSettings>,
  { log, metrics }: Surroundings,
): Parts {
  const database = createDatabase({
    urls: values.DATABASE_URLS,
    password: values.DATABASE_PASSWORD_FILE,
    applicationName: values.SERVICE,
    connections,
    log,
  });
  observeDatabase(metrics, database);
  return {
    routes: pictureRoutes(database, createPictureStore(values.FILE_STORE_FOLDER), values.REGION),
    ready: () => {
      const { members, epoch, writer } = database.status();
      return { ready: members.some((member) => member.open > 0), epoch, writer };
    },
    epoch: () => database.epoch,
    close: () => database.close(),
  };
}

export function pictureRoutes(database: Database, store: PictureStore, region: string): Routes {
  return {
    'POST /api/pictures': async ({ request }) => {
      const key = idempotencyKeyOf(request.headers);
      if (Number(request.headers['content-length'] ?? 0) > pictureBytesMax) throw tooLong();
      const stored = await storeFile(store, request);
      if (stored.bytes === 0) throw invalid('the body is empty: send the picture itself');
      return recordPicture(database, region, key, stored);
    },
    'GET /api/pictures/:sha256': (exchange) => sendPicture(database, store, exchange),
  };
}

function tooLong(): Error {
  return invalid(`a picture may have ${pictureBytesMax} bytes at most`, 413);
}

async function storeFile(store: PictureStore, body: AsyncIterable<Buffer>): Promise<StoredPicture> {
  try {
    return await store.put(body, pictureBytesMax);
  } catch (error) {
    if (error instanceof TooLong) throw tooLong();
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') throw refused('the file store is full');
    // No row was written: whatever became of the file, nothing refers to it.
    throw refused(`the file store failed (${code ?? String(error)})`);
  }
}

async function recordPicture(
  database: Database,
  region: string,
  key: string,
  stored: StoredPicture,
): Promise<JsonAnswer> {
  for (const _ of [1, 2]) {
    const [row] = await database.write({
      name: 'record-picture',
      text: insertText,
      values: [stored.sha256, key, stored.bytes, region],
    });
    if (row === undefined) continue;
    if (row.sha256 !== stored.sha256) {
      throw invalid('this idempotency key was used for another picture', 422);
    }
    return {
      status: row.created === true ? 201 : 200,
      body: { sha256: stored.sha256, epoch: Number(row.epoch), region: String(row.region) },
      headers: {
        location: `/api/pictures/${stored.sha256}`,
        [headerNames.epoch]: String(row.current_epoch),
      },
    };
  }
  throw unknown('two requests with this key are being written at once; repeat it');
}

async function sendPicture(
  database: Database,
  store: PictureStore,
  { request, response, parameters }: Exchange,
): Promise<undefined> {
  const sha256 = parameters.sha256 ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw invalid('a picture is named by its sha256');
  const picture = await store.open(sha256);
  if (picture === null) throw await explainMissing(database, sha256);
  response.writeHead(200, {
    'content-type': picture.contentType,
    'content-length': picture.bytes,
    // A name that is a hash never means anything else.
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${sha256}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    [headerNames.epoch]: String(database.epoch),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(picture.stream(), response);
  return undefined;
}

/** A reference whose file is gone, or has not been copied yet, is not a picture that never was. */
async function explainMissing(database: Database, sha256: string): Promise<Error> {
  const [row] = await database.read({
    name: 'find-picture',
    text: 'select epoch::text, region from pictures where sha256 = $1',
    values: [sha256],
  });
  if (row === undefined) return notFound(`there is no picture ${sha256}`);
  return notFound(
    `picture ${sha256} was stored in ${row.region} in epoch ${row.epoch}, but its file is ` +
      "not in this region's store",
  );
}
