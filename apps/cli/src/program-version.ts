import { readFileSync } from 'node:fs';

/** Outrigger's own version, from the package's manifest. */
export function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
