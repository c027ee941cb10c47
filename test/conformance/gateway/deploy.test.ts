import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const file = (name: string): string =>
  fileURLToPath(new URL(`../../../packages/gateway/${name}`, import.meta.url));
const systemd = existsSync('/usr/bin/systemd-analyze');

describe.skipIf(!systemd).each(['mhb-gateway.service', 'mhb-gateway-worker@.service'])('%s', (unit) => {
  const analyze = (...args: string[]) => spawnSync('systemd-analyze', [...args, file(`deploy/${unit}`)]);

  it('is what systemd understands', () => {
    const { status, stderr } = analyze('verify', '--man=no');
    // That nothing is installed here is no fault of the unit.
    const complaints = stderr
      .toString()
      .split('\n')
      .filter((line) => line !== '' && !line.includes('is not executable'));
    expect(complaints).toEqual([]);
    expect(status === 0 || stderr.toString().includes('is not executable')).toBe(true);
  });

  it('may do little: exposure below 2 of 10', () => {
    const { stdout } = analyze('security', '--offline=true');
    const [, exposure = '10'] = /exposure level for .*: ([\d.]+)/.exec(stdout.toString()) ?? [];
    expect(Number(exposure)).toBeLessThan(2);
  });
});

describe('the Dockerfile', () => {
  const text = readFileSync(file('deploy/Dockerfile'), 'utf8');

  it('is what Docker understands', () => {
    expect(validate(text)).toEqual([]);
  });

  it('runs as nobody in particular, and starts what the package brings', () => {
    expect(text).toMatch(/^USER node$/m);
    const { bin } = JSON.parse(readFileSync(file('package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(text).toContain(`@mhb-kit/gateway/${bin['mhb-gateway']!.replace('./', '')}`);
  });
});
