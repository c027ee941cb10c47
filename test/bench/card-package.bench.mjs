import { join } from 'node:path';
import { freePort } from '../free-port.mjs';
import { inNewDirectory } from './new-directory.mjs';
import { installWithNpm, makePackages, startInstalled, unpackProgram } from './startup/installed-bridge.mjs';

/** The card bridge as people install it: its download, its start and its memory. */

const ROUNDS = 11;

/**
 * The packages for some systems are at most 40 MB each. @param {readonly string[]} systems @param {string} out
 */
const downloads = (systems, out) =>
  makePackages(systems, out)
    // The package of kiosks contains no program.
    .filter(({ target }) => target !== 'debian')
    .map(({ target, name, size }) => ({
      name: `Download of the card bridge, ${downloadKinds.find(([end]) => name.endsWith(end))?.[1] ?? name} for ${target}`,
      ours: [size / 1e6],
      limit: 40,
      unit: 'MB',
    }));

/** The end of a package's name, and what it is. */
const downloadKinds = /** @type {const} */ ([
  ['.deb', 'Debian package'],
  ['.tar.gz', 'tarball'],
  ['-machine.msi', 'machine-wide installer'],
  ['.msi', 'personal installer'],
]);

/**
 * The program of the Linux tarball beside the npm packages, which the same version of Node runs: in turn, because the
 * machine may be busy for a while.
 */
const installedBridges = () =>
  inNewDirectory(async (directory) => {
    const out = join(directory, 'packages');
    const sizes = downloads(['linux-x64'], out);
    const packaged = unpackProgram(out, join(directory, 'program'));
    const npm = installWithNpm(join(directory, 'npm'));
    const port = await freePort();
    /** @type {Record<'packaged' | 'npm', { ms: number, megabytes: number }[]>} */
    const runs = { packaged: [], npm: [] };
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      const folder = join(directory, `round-${round}`);
      runs.packaged.push(await startInstalled(packaged, join(folder, 'packaged'), port));
      runs.npm.push(await startInstalled(npm, join(folder, 'npm'), port));
    }
    // The first start reads the files from the disk.
    const samples = (/** @type {'packaged' | 'npm'} */ kind, /** @type {'ms' | 'megabytes'} */ figure) =>
      runs[kind].slice(1).map((each) => each[figure]);
    const beside = (/** @type {'ms' | 'megabytes'} */ figure) => ({
      ours: samples('packaged', figure),
      peer: { name: 'the npm package, run by the same Node', samples: samples('npm', figure) },
    });
    return [
      ...sizes,
      { name: 'Packaged card bridge, until it answers a page', ...beside('ms'), limit: 1_000, unit: 'ms' },
      {
        name: 'Memory of all processes of the packaged card bridge',
        ...beside('megabytes'),
        times: 1,
        unit: 'MB',
      },
    ];
  });

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  { name: 'card-package-linux', run: installedBridges },
  .../** @type {const} */ (['windows', 'macos']).map((system) => ({
    name: `card-package-${system}`,
    run: () => inNewDirectory(async (directory) => downloads([`${system}-x64`], directory)),
  })),
];
