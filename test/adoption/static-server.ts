import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  readonly url: string;
  /** Requested paths, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * A minimal web server: a folder for each path prefix, the longest prefix first.
 * @param folders `{ '/': 'site', '/mhb/': 'cdn' }`; a `Map` of path → content may replace a folder
 */
export async function serve(
  folders: Readonly<Record<string, string | ReadonlyMap<string, string>>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const prefixes = Object.entries(folders).sort(([one], [other]) => other.length - one.length);
  const asked: string[] = [];
  const read = async (path: string): Promise<{ name: string; body: string | Buffer } | undefined> => {
    const [prefix, folder] = prefixes.find(([each]) => path.startsWith(each)) ?? [];
    if (prefix === undefined || folder === undefined) return undefined;
    const rest = path.slice(prefix.length);
    const name = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
    const body = typeof folder === 'string' ? await readFile(join(folder, name)) : folder.get(name);
    return body === undefined ? undefined : { name, body };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    read(decodeURIComponent(pathname))
      .catch(() => undefined)
      .then((found) => {
        if (found === undefined) response.writeHead(404).end();
        else
          response
            .writeHead(200, {
              ...headers,
              'content-type': TYPES[extname(found.name)] ?? 'application/octet-stream',
            })
            .end(found.body);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
