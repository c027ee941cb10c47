import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../../build/prepare.mjs';

/**
 * Every user of a machine can list its processes with all their arguments, and accounting stores them
 * permanently.
 */

const program = join(root, 'packages/gateway/dist/bin/mhb-gateway.js');
const folder = mkdtempSync(join(tmpdir(), 'mhb-secrets-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const rootKey = randomBytes(32).toString('base64url');
const environment = join(folder, 'environment');
writeFileSync(environment, `MHB_ROOT_KEY=${rootKey}\nMHB_DATA_DIRECTORY=${folder}/data\nMHB_PORT=0\n`, {
  mode: 0o600,
});

describe('the list of processes', () => {
  it('never shows the root key while a command runs', async () => {
    const args = [program, '--environment-file', environment, 'serve'];
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const shown = new Set<string>();
      for await (const line of createInterface(child.stdout)) {
        shown.add(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }));
        if (line.includes('"msg":"ready"')) break;
      }
      expect([...shown].join('\n')).toContain('--environment-file');
      expect([...shown].join('\n')).not.toContain(rootKey);
      // The key was taken from the file: none was created beside the data.
      expect(readdirSync(join(folder, 'data'), { recursive: true })).not.toContain('keys/root.key');
    } finally {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
  });

  it('gets no secret from the commands in the guides and deployments', () => {
    const texts = execFileSync('git', ['ls-files', '*.md', 'packages/gateway/deploy', 'examples'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => /\.(?:md|service|sh)$|Dockerfile$/.test(file) && !file.startsWith('.changeset/'));
    expect(texts.length).toBeGreaterThan(20);
    const exposing = texts.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        // A secret among the arguments of a command: `env $(cat …)`, `env NAME=…`, `docker run -e NAME=…`, a URL with a password.
        .filter((line) =>
          /\benv\s+\$\(|\benv\s+[^|]*(?:KEY|SECRET|TOKEN|PASSWORD|DATABASE_URL)=|\s(?:-e|--env)[ =]\S*(?:KEY|SECRET|TOKEN|PASSWORD)=/.test(
            line,
          ),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(exposing).toEqual([]);
  });
});
