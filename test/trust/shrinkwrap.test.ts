import { describe, expect, it } from 'vitest';
import { publishedManifest, repositoryAddress } from '../../build/release/manifest.mjs';
import { containerProject, shrinkwrapOf } from '../../build/release/shrinkwrap.mjs';
import { readJson, registryPackages } from './lock-file.mjs';

const repository = 'https://git.example.tw/owner/mhb-kit';
const own = new Map(['@mhb-kit/core', '@mhb-kit/knowledge'].map((name) => [name, 'sha512-own']));
const lockKey = (name: string, version: unknown, hash: unknown): string =>
  `${name}@${String(version)} ${String(hash)}`;
const tested = new Set(registryPackages.map((one) => lockKey(one.name, one.version, one.integrity)));

describe.each(['gateway', 'card-bridge', 'cli'])('the shrinkwrap of %s', (folder) => {
  const { packages } = shrinkwrapOf(folder, publishedManifest(folder, repository), own);
  const installed = Object.entries(packages as Record<string, { version: string; integrity?: string }>)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({ ...entry, name: place.slice(place.lastIndexOf('node_modules/') + 13) }));

  it('has what was tested, with its hash', () => {
    const other = installed
      .filter(({ name, integrity }) => !own.has(name) && integrity !== undefined)
      .filter(({ name, version, integrity }) => !tested.has(lockKey(name, version, integrity)));
    expect(other).toEqual([]);
    expect(installed.length).toBeGreaterThan(20);
    expect(installed.find(({ name }) => name === '@mhb-kit/core')?.integrity).toBe('sha512-own');
  });

  it('has no hash only for the drivers of other systems that the lock file lacks', () => {
    const without = installed.filter(({ integrity }) => integrity === undefined).map(({ name }) => name);
    expect(without.filter((name) => !name.startsWith('@pcsc-mini/'))).toEqual([]);
    expect(without.length > 0).toBe(folder === 'card-bridge');
  });
});

it('chooses the versions that our overrides choose', () => {
  const { packages } = shrinkwrapOf('gateway', publishedManifest('gateway', repository), own);
  const cookies = Object.entries(packages as Record<string, { version: string }>)
    .filter(([place]) => place.endsWith('/cookie'))
    .map(([, { version }]) => version);
  expect(new Set(cookies)).toEqual(
    new Set([
      (readJson('package.json') as { overrides: Record<string, { cookie: string }> }).overrides[
        'light-my-request'
      ]?.cookie,
    ]),
  );
});

describe('the project of the container', () => {
  const folders = ['core', 'knowledge', 'elements', 'gateway'];
  const made = new Map(
    folders.map((folder) => {
      const manifest = publishedManifest(folder, repository);
      return [folder, { fileName: `${folder}.tgz`, manifest, hash: `sha512-${folder}` }];
    }),
  );
  const { lock } = containerProject(folders, made);
  const packages = lock.packages as Record<
    string,
    { version: string; integrity?: string; resolved?: string }
  >;

  it('has our tarballs, and what was tested of all others', () => {
    for (const folder of folders)
      expect(packages[`node_modules/@mhb-kit/${folder}`]).toMatchObject({
        resolved: `file:${folder}.tgz`,
        integrity: `sha512-${folder}`,
      });
    const others = Object.entries(packages)
      .filter(([place]) => place !== '' && !place.includes('@mhb-kit/'))
      .map(([place, one]) =>
        lockKey(place.slice(place.lastIndexOf('node_modules/') + 13), one.version, one.integrity),
      );
    expect(others.filter((one) => !tested.has(one))).toEqual([]);
    expect(others.length).toBeGreaterThan(100);
  });

  it('has no framework that a page may use', () => {
    expect(
      Object.keys(packages).filter((place) => /node_modules\/(?:vue|react|@types\/react)$/.test(place)),
    ).toEqual([]);
  });
});

describe('the address of the repository', () => {
  it('is in every manifest, with the homepage and the place for bugs', () => {
    expect(publishedManifest('core', repository)).toMatchObject({
      repository: { type: 'git', url: `git+${repository}.git`, directory: 'packages/core' },
      homepage: `${repository}#readme`,
      bugs: { url: `${repository}/issues` },
    });
  });

  it.each([
    '',
    'git@example.tw:mhb-kit',
    'http://git.example.tw/mhb-kit',
    `${repository}.git`,
    `${repository}/`,
  ])('is refused if it is %j', (address) => {
    expect(() => repositoryAddress(address)).toThrow('"repository"');
  });
});
