import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const file = (name: string): string =>
  fileURLToPath(new URL(`../../../packages/gateway/${name}`, import.meta.url));
const systemd = existsSync('/usr/bin/systemd-analyze');

describe
  .skipIf(!systemd)
  .each(['mhb-gateway.service', 'mhb-gateway-worker@.service', 'mhb-gateway-backup.service'])(
  '%s',
  (unit) => {
    const analyze = (...args: string[]) => spawnSync('systemd-analyze', [...args, file(`deploy/${unit}`)]);

    it('is understood by systemd', () => {
      const { status, stderr } = analyze('verify', '--man=no');
      // A unit is not wrong because nothing is installed here.
      const complaints = stderr
        .toString()
        .split('\n')
        .filter((line) => line !== '' && !line.includes('is not executable'));
      expect(complaints).toEqual([]);
      expect(status === 0 || stderr.toString().includes('is not executable')).toBe(true);
    });

    it('has few rights: exposure below 2 of 10', () => {
      const { stdout } = analyze('security', '--offline=true');
      const [, exposure = '10'] = /exposure level for .*: ([\d.]+)/.exec(stdout.toString()) ?? [];
      expect(Number(exposure)).toBeLessThan(2);
    });
  },
);

describe('the Dockerfile', () => {
  const text = readFileSync(file('deploy/Dockerfile'), 'utf8');

  it('is understood by Docker', () => {
    expect(validate(text)).toEqual([]);
  });

  it('runs without privileges, and starts the package’s program', () => {
    expect(text).toMatch(/^USER node$/m);
    const { bin } = JSON.parse(readFileSync(file('package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(text).toContain(`@mhb-kit/gateway/${bin['mhb-gateway']!.replace('./', '')}`);
  });
});

describe('compose.yaml', () => {
  const services = readFileSync(file('deploy/compose.yaml'), 'utf8').split(/^services:$|^networks:$/m)[1]!;
  const [database = '', gateway = ''] = services.split(/^ {2}gateway:$/m);

  it('gives the root key to the gateway, and not to the database', () => {
    expect(/env_file: (\S+)/.exec(gateway)?.[1]).toBe('gateway.env');
    expect(/env_file: (\S+)/.exec(database)?.[1]).toBe('database.env');
  });

  it('passes on the signal to stop, which Linux does not deliver to a first process that does not handle it', () => {
    expect(gateway).toMatch(/^ {4}init: true$/m);
  });
});

it('.dockerignore sends to Docker only what the Dockerfile copies, and no secrets', () => {
  const [, copied = ''] = /^COPY (.*) \.\/$/m.exec(readFileSync(file('deploy/Dockerfile'), 'utf8')) ?? [];
  const rules = readFileSync(file('deploy/.dockerignore'), 'utf8').trim().split('\n').slice(1);
  expect(rules).toEqual(['*', ...copied.split(' ').map((name) => `!${name}`)]);
});
