import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packAll, root, unpack } from './tarballs.js';

/** The packages as npm would publish them, checked from the tarballs, never from the repository. */

const names = readdirSync(join(root, 'packages'));

describe.each(names)('the tarball of @mhb-kit/%s', (name) => {
  let tarballs: ReturnType<typeof packAll>;
  let data: Buffer;
  let folder: string;
  let manifest: Record<string, unknown>;

  beforeAll(() => {
    tarballs = packAll([name]);
    const [tarball] = tarballs.all;
    data = readFileSync(tarball!.file);
    folder = mkdtempSync(join(tmpdir(), 'mhb-tarball-'));
    unpack(tarball!, folder);
    manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  });

  afterAll(() => {
    tarballs.remove();
    rmSync(folder, { recursive: true });
  });

  const filesOf = (ending: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file));

  it('satisfies publint', async () => {
    const tarball = new Uint8Array(data).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('has correct types for importers of ES modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
    const problems = result.types === false ? ['no types'] : result.problems;
    // The packages contain only ES modules; `require` and the module resolution of Node 10 are not supported.
    const esmOnly = new Set(['NoResolution node10', 'CJSResolvesToESM node16-cjs']);
    const served = problems.filter(
      (problem) =>
        typeof problem === 'string' ||
        !('resolutionKind' in problem && esmOnly.has(`${problem.kind} ${problem.resolutionKind}`)),
    );
    expect(served).toEqual([]);
  });

  it('contains no test, and a source for every source map', () => {
    expect(filesOf('.test.ts').concat(filesOf('.tsbuildinfo'))).toEqual([]);
    const maps = filesOf('.map');
    expect(maps.length).toBeGreaterThan(0);
    const lost = maps.filter((map) => {
      const { sources, sourcesContent } = JSON.parse(readFileSync(map, 'utf8')) as {
        sources: string[];
        sourcesContent?: unknown[];
      };
      return sources.some(
        (source, index) =>
          typeof sourcesContent?.[index] !== 'string' && !existsSync(join(dirname(map), source)),
      );
    });
    expect(lost).toEqual([]);
  });

  it('contains its license and a description', () => {
    expect(existsSync(join(folder, 'LICENSE'))).toBe(true);
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
  });

  if (name !== 'elements' && name !== 'core') return;
  it('names the hash of every script of the bundle', () => {
    const cdn = join(folder, 'dist/cdn');
    const integrity = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>;
    const scripts = readdirSync(cdn).filter((file) => file.endsWith('.js'));
    const hashes = scripts.map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(cdn, file)))
        .digest('base64')}`,
    ]);
    expect(integrity).toEqual(Object.fromEntries(hashes));
  });
});
