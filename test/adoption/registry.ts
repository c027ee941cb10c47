import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';

interface Registry {
  readonly url: string;
  /** Tells npm in a folder to get our packages from here, and all others from the usual registry. */
  readonly useIn: (folder: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * A registry with the packages of a release, as if they had been published, so that `npm install @mhb-kit/…`
 * works.
 */
export async function startRegistry(release: string): Promise<Registry> {
  const folder = join(release, 'npm');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const packages = new Map(
    tarballs.map((file) => {
      const text = execFileSync('tar', ['-xzOf', join(folder, file), 'package/package.json'], {
        encoding: 'utf8',
      });
      const manifest = JSON.parse(text) as { name: string; version: string };
      const bytes = readFileSync(join(folder, file));
      const listed = execFileSync('tar', ['-tzf', join(folder, file)], { encoding: 'utf8' });
      return [manifest.name, { file, manifest, bytes, listed }] as const;
    }),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    const tarball = [...packages.values()].find(({ file }) => path === `-/${file}`);
    if (tarball !== undefined) {
      response.end(tarball.bytes);
      return;
    }
    const found = packages.get(path);
    if (found === undefined) {
      response.writeHead(404).end('{}');
      return;
    }
    const { manifest, bytes, file, listed } = found;
    const dist = {
      tarball: `${url()}-/${file}`,
      integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
      shasum: createHash('sha1').update(bytes).digest('hex'),
    };
    const version = {
      ...manifest,
      dist,
      _hasShrinkwrap: listed.includes('package/npm-shrinkwrap.json'),
    };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name: manifest.name,
        'dist-tags': { latest: manifest.version },
        versions: { [manifest.version]: version },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url: url(),
    useIn: (place) => {
      writeFileSync(join(place, '.npmrc'), `@mhb-kit:registry=${url()}\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
