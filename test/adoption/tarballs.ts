import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Tarball {
  /** `@mhb-kit/core` */
  readonly name: string;
  readonly file: string;
}

interface Tarballs {
  readonly all: readonly Tarball[];
  readonly remove: () => void;
}

/** The packages as `npm publish` would upload them. */
export function packAll(folders: readonly string[] = readdirSync(join(root, 'packages'))): Tarballs {
  const destination = mkdtempSync(join(tmpdir(), 'mhb-packed-'));
  const workspaces = folders.flatMap((folder) => ['-w', `packages/${folder}`]);
  execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination, ...workspaces],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const all = folders.map((folder) => {
    const { name, version } = JSON.parse(
      readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'),
    ) as {
      name: string;
      version: string;
    };
    return { name, file: join(destination, `${name.slice(1).replace('/', '-')}-${version}.tgz`) };
  });
  return {
    all,
    remove: () => {
      rmSync(destination, { recursive: true });
    },
  };
}

/** Unpacks a tarball directly into the folder, as in `node_modules`. */
export function unpack({ file }: Tarball, folder: string): void {
  execFileSync('mkdir', ['-p', folder]);
  execFileSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
}
