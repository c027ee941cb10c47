import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { codeOf } from '../../test/fixture.js';
import { Versions, type InstallStep } from './versions.js';

const PROGRAM = 'mhb-card-bridge';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'mhb-versions-'));
  folders.push(made);
  return made;
};

/** Creates a package. Its program reports the version, and its self-test ends with the exit code `proof`. */
function packageOf(version: string, proof = 0): Buffer {
  const place = folder();
  const inside = join(place, `${PROGRAM}-${version}`);
  mkdirSync(inside);
  writeFileSync(join(inside, PROGRAM), `#!/bin/sh\n[ "$1" = self-test ] && exit ${proof}\necho ${version}\n`);
  chmodSync(join(inside, PROGRAM), 0o755);
  writeFileSync(join(inside, 'pcsc-mini.node'), version.repeat(1000));
  return execFileSync('tar', ['-czf', '-', '-C', place, `${PROGRAM}-${version}`]);
}

/** Runs the program that would start at the next login, and returns its version. */
const starts = (versions: Versions) => spawnSync(versions.program, ['--version']).stdout.toString().trim();

async function installed(version: string): Promise<Versions> {
  const versions = new Versions(join(folder(), 'own'), PROGRAM);
  await versions.install(version, packageOf(version));
  return versions;
}

it('installs, updates, and keeps the previous version', async () => {
  const versions = await installed('0.1.0');
  expect(starts(versions)).toBe('0.1.0');
  await versions.install('0.2.0', packageOf('0.2.0'));
  await versions.install('0.3.0', packageOf('0.3.0'));
  expect(starts(versions)).toBe('0.3.0');
  expect(readdirSync(join(versions.root, 'versions')).sort()).toEqual(['0.2.0', '0.3.0']);
  expect(existsSync(join(versions.root, 'incoming'))).toBe(false);
});

it.each(['clean', 'unpack', 'prove', 'sync', 'place', 'try', 'switch', 'tidy'] as const)(
  'interrupted before "%s", starts the old or the new version, and installs at the next attempt',
  async (cut: InstallStep) => {
    const versions = await installed('0.1.0');
    const archive = packageOf('0.2.0');
    const power = new Error('the power failed');
    const cutOff = versions.install('0.2.0', archive, (step) => {
      if (step === cut) throw power;
    });
    await expect(cutOff).rejects.toBe(power);
    expect(starts(versions)).toBe(cut === 'tidy' ? '0.2.0' : '0.1.0');
    await versions.install('0.2.0', archive);
    expect(starts(versions)).toBe('0.2.0');
  },
);

it('keeps the working version if the new one does not start, or is not a package', async () => {
  const versions = await installed('0.1.0');
  expect(await codeOf(versions.install('0.2.0', packageOf('0.2.0', 1)))).toBe('update-failed');
  expect(await codeOf(versions.install('0.2.0', Buffer.from('no package')))).toBe('update-failed');
  expect(starts(versions)).toBe('0.1.0');
});

it('returns to the previous version if the new one never works', async () => {
  const versions = await installed('0.1.0');
  await versions.install('0.2.0', packageOf('0.2.0'));
  expect(await versions.startedOnTrial('0.2.0')).toBe(false);
  expect(await versions.startedOnTrial('0.2.0')).toBe(false);
  expect(await versions.startedOnTrial('0.2.0')).toBe(true);
  expect(starts(versions)).toBe('0.1.0');
});

it('keeps a new version that works', async () => {
  const versions = await installed('0.1.0');
  await versions.install('0.2.0', packageOf('0.2.0'));
  expect(await versions.startedOnTrial('0.2.0')).toBe(false);
  await versions.passedTrial();
  for (let start = 0; start < 5; start++) expect(await versions.startedOnTrial('0.2.0')).toBe(false);
  expect(starts(versions)).toBe('0.2.0');
});
