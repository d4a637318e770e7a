import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationFiles, settingsText } from './configuration.ts';
import { isSystemError } from './message.ts';
import { writeOwnedFile } from './owned-file.ts';
import { reload } from './server.ts';
import type { PostgresNode, Upstream } from './types.ts';

/**
 * Makes a stopped member a standby of `upstream` at its next start: a seeded one, or an old primary
 * after a clean stop. A promotion removes the mark by itself.
 */
export async function makeStandby(node: PostgresNode, upstream: Upstream): Promise<void> {
  await writeUpstream(node, upstream);
  await writeOwnedFile(node.installation, join(node.dataFolder, 'standby.signal'), '');
}

/** Makes a running standby follow another writer: a reload, no restart. */
export async function followUpstream(node: PostgresNode, upstream: Upstream): Promise<void> {
  await writeUpstream(node, upstream);
  await reload(node);
}

/** Undoes makeStandby for a stopped member that is to start as a primary. */
export async function unmakeStandby(node: PostgresNode): Promise<void> {
  await rm(join(node.dataFolder, 'standby.signal'), { force: true });
}

/** Whether the member starts as a standby. */
export async function isStandbyAtStart(node: PostgresNode): Promise<boolean> {
  try {
    await readFile(join(node.dataFolder, 'standby.signal'));
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * The password is in a file of its own, which libpq reads: `primary_conninfo` can be read by any
 * session, and shows in the process list.
 */
async function writeUpstream(node: PostgresNode, upstream: Upstream): Promise<void> {
  const passwordFile = join(node.dataFolder, configurationFiles.password);
  const password = upstream.password.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
  await writeOwnedFile(node.installation, passwordFile, `*:*:*:*:${password}\n`);
  const connection = {
    host: upstream.host,
    port: upstream.port,
    user: upstream.user,
    application_name: upstream.applicationName,
    passfile: passwordFile,
    connect_timeout: 2,
    sslmode: 'disable',
    gssencmode: 'disable',
    // A link that went dark must not hold the receiver for the system's own minutes.
    tcp_user_timeout: 5_000,
  };
  const text = Object.entries(connection)
    .map(([name, value]) => `${name}='${escaped(String(value))}'`)
    .join(' ');
  await writeOwnedFile(
    node.installation,
    join(node.dataFolder, configurationFiles.upstream),
    settingsText({ primary_conninfo: text, primary_slot_name: upstream.slot }),
  );
}

/** Inside single quotes of a libpq connection string. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
