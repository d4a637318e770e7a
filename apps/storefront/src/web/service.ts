import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Parts } from '../service/lifecycle.ts';
import { notFound } from '../service/outcome.ts';
import { type Handler, headerOf, type Routes } from '../service/server.ts';

const publicFolder = new URL('../../public/', import.meta.url);

const contentTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** The page asks only its own origin and runs no script that is not a file of ours. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page is a handful of small files: they are read once, and no path of a request is opened. */
export function assembleWeb(): Parts {
  const assets = loadAssets(publicFolder);
  return {
    routes: webRoutes(assets),
    ready: () => ({ ready: true }),
    // The page knows the epoch from the answers of the API; the web service has no part in it.
    epoch: () => 0,
    close: () => {},
  };
}

export function loadAssets(folder: URL): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const bytes = readFileSync(new URL(name, folder));
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
    assets.set(`/${name}`, { bytes, contentType, etag });
  }
  return assets;
}

export function webRoutes(assets: ReadonlyMap<string, Asset>): Routes {
  const serveAsset: Handler = ({ request, response, path }) => {
    const asset = assets.get(path === '/' ? '/index.html' : path);
    if (asset === undefined) throw notFound(`there is no page ${path}`);
    const headers = {
      etag: asset.etag,
      // Asked for again each time, and mostly answered with 304: a new version is seen at once.
      'cache-control': 'no-cache',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    };
    if (headerOf(request, 'if-none-match') === asset.etag) {
      response.writeHead(304, headers).end();
      return undefined;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': asset.contentType,
      'content-length': asset.bytes.length,
    });
    response.end(request.method === 'HEAD' ? undefined : asset.bytes);
    return undefined;
  };
  return { 'GET /*': serveAsset };
}
