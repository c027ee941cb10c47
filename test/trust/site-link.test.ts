import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { signedByOperator } from '../../packages/card-bridge/src/installation/operator-key.js';

/** `npm run package:link`, as an operator uses it, and the bridge that opens its link. */

const SCRIPT = fileURLToPath(new URL('../../build/package/site-link.mjs', import.meta.url));
const link = (...args: string[]) =>
  execFileSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

it('prints a link that the bridge accepts from this operator only, and refuses what is not a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mhb-site-link-'));
  try {
    const key = join(folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const url = new URL(link('--origin', 'https://new.example.tw', '--key', key));
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:17788\/ui\?site=/);
    const token = url.searchParams.get('site') ?? '';
    const keyOf = (publicKey: ReturnType<typeof createPublicKey>) => ({
      x: String(publicKey.export({ format: 'jwk' }).x),
    });
    const type = 'mhb-card-bridge-site+jwt';
    expect(signedByOperator(token, type, keyOf(createPublicKey(privateKey)))).toEqual({
      origin: 'https://new.example.tw',
    });
    expect(signedByOperator(token, type, keyOf(generateKeyPairSync('ed25519').publicKey))).toBeNull();
    for (const wrong of ['https://new.example.tw/path', 'new.example.tw', 'file:///etc'])
      expect(() => link('--origin', wrong, '--key', key)).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
