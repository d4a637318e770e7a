import { chown, rename, writeFile } from 'node:fs/promises';
import type { PostgresInstallation } from './types.ts';

/**
 * A file of PostgreSQL's user, mode 0600, replaced in one step: a reload never reads half of it.
 */
export async function writeOwnedFile(
  installation: PostgresInstallation,
  path: string,
  text: string,
): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  await writeFile(temporary, text, { mode: 0o600 });
  if (installation.uid !== null && installation.gid !== null) {
    await chown(temporary, installation.uid, installation.gid);
  }
  await rename(temporary, path);
}
