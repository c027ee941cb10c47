import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProofReader } from './signed-proof.js';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let jwk: JWK;
const read = createProofReader();

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  jwk = await exportJWK(keys.publicKey);
});

/** Signs a proof with jose, an independent implementation. */
const sign = (
  header: object = {},
  by: Keys['privateKey'] = keys.privateKey,
  alg = 'ES256',
): Promise<string> =>
  new SignJWT({ jti: 'abcdefgh', htm: 'GET' })
    .setProtectedHeader({ typ: 'dpop+jwt', jwk, alg, ...header })
    .sign(by);

describe('a proof', () => {
  it('is returned with the thumbprint of its key, as often as it is used', async () => {
    const proof = await sign();
    const expected = {
      thumbprint: await calculateJwkThumbprint(jwk),
      payload: { jti: 'abcdefgh', htm: 'GET' },
    };
    expect(read(proof)).toEqual(expected);
    expect(read(proof)).toEqual(expected);
  });

  it('is refused with another type, a private key, another curve, or an unknown critical header', async () => {
    expect(read(await sign({ typ: 'jwt' }))).toBeNull();
    expect(read(await sign({ jwk: await exportJWK(keys.privateKey) }))).toBeNull();
    expect(read(await sign({ crit: ['b64'], b64: true }))).toBeNull();
    const other = await generateKeyPair('ES384', { extractable: true });
    expect(read(await sign({ jwk: await exportJWK(other.publicKey) }, other.privateKey, 'ES384'))).toBeNull();
    const rsa = await generateKeyPair('RS256', { extractable: true });
    expect(read(await sign({ jwk: await exportJWK(rsa.publicKey) }, rsa.privateKey, 'RS256'))).toBeNull();
  });

  it('is refused with another key than the one in its header, and without a signature', async () => {
    const other = await generateKeyPair('ES256');
    expect(read(await sign({}, other.privateKey))).toBeNull();
    const [head, body] = (await sign()).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'dpop+jwt', jwk })).toString('base64url');
    for (const proof of [`${head}.${body}.`, `${none}.${body}.`, `${none}.${body}.AA`, `${head}.${body}`, ''])
      expect(read(proof)).toBeNull();
  });

  it('is refused after any change, and arbitrary input does no harm', async () => {
    const proof = await sign();
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom(...'AZaz09-_.= %'), (at, character) => {
        const changed = proof.slice(0, at) + character + proof.slice(at + 1);
        if (changed !== proof) expect(read(changed)).toBeNull();
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (text, json) => {
        expect(read(text)).toBeNull();
        const part = Buffer.from(json).toString('base64url');
        expect(read(`${part}.${part}.${part}`)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
