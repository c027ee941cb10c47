import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { JWK } from 'jose';

/** SMART Backend Services requires ES384 or RS384. */
const ALGORITHM = 'ES384';
/**
 * The number of keys kept: the current key, and the previous key for a server that has not loaded the current one
 * yet.
 */
const KEYS_KEPT = 2;

/**
 * Adds the command for the keys with which the gateway identifies itself to a FHIR server (SMART Backend
 * Services).
 */
export function addFhirCommands(program: Command): void {
  program
    .command('fhir-keys <file>')
    .description(
      'print the public keys for the FHIR server; --new creates a key and signs with it from now on',
    )
    .option('--new', 'create a new key and sign with it from now on')
    .action(async (file: string, { new: renew = false }: { readonly new?: boolean }) => {
      const known = await readKeys(file);
      const keys = renew || known.length === 0 ? [await newKey(), ...known].slice(0, KEYS_KEPT) : known;
      if (keys !== known) {
        await writeFile(`${file}.new`, JSON.stringify({ keys }, null, 2), { mode: 0o600 });
        await rename(`${file}.new`, file);
      }
      console.log(JSON.stringify({ keys: keys.map(publicPart) }, null, 2));
    });
}

async function readKeys(file: string): Promise<readonly JWK[]> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { readonly keys: readonly JWK[] }).keys;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

async function newKey(): Promise<JWK> {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: 'sig', key_ops: ['sign'] };
}

const publicPart = ({ kty, crv, x, y, n, e, kid, alg }: JWK): JWK =>
  Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e, kid, alg, use: 'sig', key_ops: ['verify'] }).filter(
      ([, value]) => value !== undefined,
    ),
  );
