import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/prepare.mjs';
import { judgeAdvisories } from './audit.mjs';
import {
  isLicenceAccepted,
  licenceOf,
  publishedPackages,
  readJson,
  registryPackages,
  shippedPlaces,
  shippedWith,
} from './lock-file.mjs';
import { billOfMaterials } from './sbom.mjs';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: unknown;
}
const manifests = publishedPackages.map((folder) => ({
  folder,
  manifest: readJson(`packages/${folder}/package.json`) as Manifest,
}));
const others = ['package.json', 'examples/package.json'].map((file) => readJson(file) as Manifest);

describe('the lock file', () => {
  it('contains a SHA-512 hash of everything that is installed', () => {
    const unknown = registryPackages.filter(
      ({ integrity, inBundle }) => inBundle !== true && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(unknown.map(({ path }) => path)).toEqual([]);
    expect(registryPackages.length).toBeGreaterThan(500);
  });

  it('uses no source except the npm registry', () => {
    const elsewhere = registryPackages.filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});

describe('dependencies', () => {
  it('have one exact version', () => {
    const loose = [...manifests.map(({ manifest }) => manifest), ...others].flatMap((manifest) =>
      Object.entries({
        ...manifest.dependencies,
        ...manifest.optionalDependencies,
        ...manifest.devDependencies,
      })
        .filter(
          ([name, version]) =>
            !name.startsWith('@mhb-kit/') &&
            !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
        )
        .map(([name, version]) => `${manifest.name}: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });

  it('between our packages have the same version', () => {
    for (const { manifest } of manifests) {
      const siblings = Object.entries({ ...manifest.dependencies }).filter(([name]) =>
        name.startsWith('@mhb-kit/'),
      );
      for (const [, version] of siblings) expect(version).toBe(manifest.version);
    }
  });

  it('that are shipped are all explained in docs/trust/dependencies.md', () => {
    const page = readFileSync(join(root, 'docs/trust/dependencies.md'), 'utf8');
    const explained = Object.fromEntries(
      page
        .split(/^## /m)
        .slice(1)
        .map((section) => {
          const [title = '', ...lines] = section.split('\n');
          const items = lines.flatMap((line) => /^- (`[^:]+):/.exec(line)?.[1] ?? []);
          return [title, items.flatMap((names) => names.match(/(?<=`)[^`,]+(?=`)/g) ?? []).sort()];
        }),
    );
    const shipped = Object.fromEntries(
      manifests.map(({ manifest: { name, dependencies, optionalDependencies } }) => [
        name,
        Object.keys({ ...dependencies, ...optionalDependencies })
          .filter((dependency) => !dependency.startsWith('@mhb-kit/'))
          .sort(),
      ]),
    );
    expect(explained).toEqual(shipped);
  });

  it('run no scripts during installation, except for two optional ones and two tools', () => {
    const names = (packages: typeof registryPackages) =>
      [...new Set(packages.map(({ name }) => name))].sort();
    const withScript = registryPackages.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(names(withScript.filter(({ path }) => shippedPlaces.has(path)))).toEqual(['pcsclite', 'pkcs11js']);
    expect(Object.keys((readJson('package.json') as { allowScripts: object }).allowScripts).sort()).toEqual(
      names(withScript),
    );
    const bridge = shippedWith('packages/card-bridge');
    for (const { path } of withScript) expect(bridge.get(path)?.isOptional ?? true).toBe(true);
  });
});

describe('published packages', () => {
  it.each(manifests)('$folder can only be published with provenance', ({ manifest }) => {
    expect(manifest.publishConfig).toMatchObject({ provenance: true });
  });
});

describe('licences', () => {
  it('are all accepted', () => {
    const refused = registryPackages.filter(
      (one) => !isLicenceAccepted(licenceOf(one), shippedPlaces.has(one.path)),
    );
    expect(refused.map((one) => `${one.path}: ${licenceOf(one)}`)).toEqual([]);
  });

  it.each([
    ['MIT', true, true],
    ['(MIT OR GPL-3.0)', true, true],
    ['MIT AND GPL-3.0', true, false],
    ['GPL-3.0', false, false],
    ['MPL-2.0', true, false],
    ['MPL-2.0', false, true],
    ['none stated', false, false],
  ])('%s, shipped %s: accepted %s', (licence, isShipped, isAccepted) => {
    expect(isLicenceAccepted(licence, isShipped)).toBe(isAccepted);
  });
});

describe('advisories', () => {
  const report = (name: string, severity: string) => ({
    vulnerabilities: {
      [name]: { name, severity, via: ['other', { url: 'https://example.org/1', title: 'Hole' }] },
    },
  });

  it('fail the audit if they are serious and concern shipped packages', () => {
    expect(judgeAdvisories(report('fastify', 'high'), '2026-01-01')).toEqual({
      failing: ['high: fastify: Hole (https://example.org/1)'],
      shown: [],
    });
    expect(judgeAdvisories(report('fastify', 'moderate'), '2026-01-01')?.failing).toEqual([]);
    expect(judgeAdvisories(report('eslint', 'critical'), '2026-01-01')?.failing).toEqual([]);
  });

  it('are unknown, not absent, if the registry does not answer', () => {
    expect(judgeAdvisories({ message: '405 Method Not Allowed' }, '2026-01-01')).toBeNull();
    expect(judgeAdvisories(null, '2026-01-01')).toBeNull();
  });
});

describe('the bill of materials', () => {
  it.each(manifests)(
    'of $folder names every dependency once, with its hash and license',
    ({ folder, manifest }) => {
      const { metadata, components } = billOfMaterials(folder);
      const nameOf = ({ group, name }: { group?: string; name: string }) =>
        group === undefined ? name : `${group}/${name}`;
      expect(metadata.component && nameOf(metadata.component)).toBe(manifest.name);
      const references = components.map((component) => component['bom-ref']);
      expect(new Set(references).size).toBe(references.length);
      expect(components.map(nameOf)).toEqual(
        expect.arrayContaining(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })),
      );
      for (const component of components) {
        if (component.group === '@mhb-kit') continue;
        expect(component.hashes?.[0]?.content, component.name).toMatch(/^[0-9a-f]{128}$/);
        expect(JSON.stringify(component.licenses)).not.toContain('none stated');
      }
    },
  );

  it('is the same when it is made twice', () => {
    expect(billOfMaterials('gateway')).toEqual(billOfMaterials('gateway'));
  });
});
