import { beforeAll, describe, expect, it } from 'vitest';
import {
  createTestPki,
  type IssueOptions,
  type TestCertificate,
  type TestPki,
} from '@mhb-kit/testkit/authority';
import { MhbError } from '../error.js';
import type { CdcToken } from './contract.js';
import {
  keyIdentifier,
  parseCertificate,
  signedCdcData,
  verifyCdcToken,
  type BridgeKey,
  type VerifyCdcOptions,
} from './verify-cdc.js';

const ORIGIN = 'https://mhb.example.tw';
const NONCE = 'n'.repeat(43);
const now = new Date('2026-03-05T04:00:00Z');
const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000);
const base64 = (bytes: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

let pki: TestPki;
let other: TestPki;
beforeAll(async () => {
  [pki, other] = await Promise.all([createTestPki(now), createTestPki(now)]);
});

async function tokenOf(
  { certificate, privateKey }: TestCertificate,
  { origin = ORIGIN, nonce = NONCE } = {},
): Promise<CdcToken> {
  const signature = await crypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    privateKey,
    await signedCdcData(origin, nonce),
  );
  return {
    format: 'tw-cdc:1',
    algorithm: 'RS256',
    unverifiedCertificate: base64(certificate),
    signature: base64(signature),
    producer: 'test',
  };
}

const verify = (token: CdcToken, options: Partial<VerifyCdcOptions> = {}) =>
  verifyCdcToken(token, {
    origin: ORIGIN,
    nonce: NONCE,
    nationalId: 'A123456789',
    authorities: { roots: pki.roots, intermediates: pki.generations.map(({ certificate }) => certificate) },
    isRevoked: () => Promise.resolve('good'),
    now,
    ...options,
  });

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
  );

describe('login with a certificate', () => {
  it('of any generation under the same subject name finds its issuer', async () => {
    const bindings = new Set<string>();
    for (const generation of pki.generations) {
      const identity = await verify(await tokenOf(await generation.issue()));
      expect(identity).toMatchObject({ name: '王小明', subjectSerialNumber: '0000000112345678' });
      expect(identity.binding).toBe(
        `${keyIdentifier(parseCertificate(generation.certificate))}:${identity.subjectSerialNumber}`,
      );
      bindings.add(identity.binding);
    }
    expect(bindings.size).toBe(3);
  });

  it.each<[string, IssueOptions, string]>([
    ['expired', { notAfter: day(-1) }, 'cert-expired'],
    ['of tomorrow', { notBefore: day(1) }, 'cert-not-yet-valid'],
    ['for encipherment', { usage: 'keyEncipherment' }, 'cert-wrong-purpose'],
    ['of a lower assurance level', { policy: '2.16.886.101.0.3.1' }, 'cert-wrong-purpose'],
    ['of an authority', { isAuthority: true }, 'cert-wrong-purpose'],
    ['of another person', { lastFour: '0000' }, 'id-mismatch'],
    ['without the last four digits', { lastFour: '' }, 'id-mismatch'],
  ])('%s is refused', async (_, options, code) => {
    expect(await codeOf(verify(await tokenOf(await pki.generations[1].issue(options))))).toBe(code);
  });

  it('signed over SHA-1 is refused', async () => {
    const leaf = await pki.generations[1].issue({ hash: 'SHA-1' });
    expect(await codeOf(verify(await tokenOf(leaf)))).toBe('cert-untrusted');
  });

  it('of an authority of the same name that is not pinned is refused', async () => {
    expect(await codeOf(verify(await tokenOf(await other.generations[1].issue())))).toBe('cert-untrusted');
  });

  it('under a pinned intermediate without its root is refused', async () => {
    const authorities = {
      roots: other.roots,
      intermediates: pki.generations.map(({ certificate }) => certificate),
    };
    expect(await codeOf(verify(await tokenOf(await pki.generations[2].issue()), { authorities }))).toBe(
      'cert-untrusted',
    );
  });

  it('issued by another person’s certificate is refused, even if that is listed as an authority', async () => {
    const leaf = await pki.generations[1].issue();
    const token = await tokenOf(leaf);
    const authorities = { roots: pki.roots, intermediates: [leaf.certificate] };
    expect(await codeOf(verify(token, { authorities }))).toBe('cert-untrusted');
  });

  it('with one bit changed is refused', async () => {
    const leaf = await pki.generations[1].issue();
    const certificate = Uint8Array.from(leaf.certificate);
    const name = new TextEncoder().encode('王小明');
    const at = certificate.findIndex((_, index) =>
      name.every((byte, offset) => certificate[index + offset] === byte),
    );
    certificate[at + 2] = (certificate[at + 2] ?? 0) ^ 1;
    expect(await codeOf(verify(await tokenOf({ ...leaf, certificate })))).toBe('cert-untrusted');
  });

  it('T6, T7 is refused if the signature is for another site or another login', async () => {
    const leaf = await pki.generations[1].issue();
    for (const given of [{ origin: 'https://mhb.examp1e.tw' }, { nonce: 'm'.repeat(43) }]) {
      expect(await codeOf(verify(await tokenOf(leaf, given)))).toBe('signature-invalid');
    }
    const { unverifiedCertificate } = await tokenOf(await pki.generations[1].issue());
    expect(await codeOf(verify({ ...(await tokenOf(leaf)), unverifiedCertificate }))).toBe(
      'signature-invalid',
    );
    expect(await codeOf(verify({ ...(await tokenOf(leaf)), algorithm: 'ES256' }))).toBe('signature-invalid');
  });

  it.each([
    ['T14 of a demonstration', { format: 'demo:1' as 'tw-cdc:1' }],
    ['that is no certificate', { unverifiedCertificate: 'AAAA' }],
    ['that is no base64', { unverifiedCertificate: '*' }],
    ['that is huge', { unverifiedCertificate: 'A'.repeat(10_001) }],
  ])('%s is refused', async (_, change) => {
    expect(await codeOf(verify({ ...(await tokenOf(await pki.generations[1].issue())), ...change }))).toBe(
      'cert-invalid',
    );
  });
});

describe('T19 a signature by a component that signs any data a page sends', () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const bridgeOf = async () => {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const key = (await crypto.subtle.exportKey('jwk', publicKey)) as BridgeKey;
    const base64url = (bytes: ArrayBuffer | Uint8Array) =>
      base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const part = (value: object) => base64url(new TextEncoder().encode(JSON.stringify(value)));
    const vouch = async (token: CdcToken, change: object = {}, typ = 'cdc-signature+jwt') => {
      const bytes = Uint8Array.from(atob(token.signature), (character) => character.charCodeAt(0));
      const signature = base64url(await crypto.subtle.digest('SHA-256', bytes));
      const signed = `${part({ alg: 'ES256', typ })}.${part({ signature, origin: ORIGIN, nonce: NONCE, ...change })}`;
      const own = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(signed));
      return { ...token, attestation: `${signed}.${base64url(own)}` };
    };
    return { key, vouch };
  };

  it('is refused if the operator requires an enrolled bridge to vouch for it', async () => {
    const [enrolled, stranger] = [await bridgeOf(), await bridgeOf()];
    const bridges = [enrolled.key];
    const token = await tokenOf(await pki.generations[1].issue());
    const another = await tokenOf(await pki.generations[1].issue());
    // Without the option `bridges`, the verifier cannot distinguish a forged signature from one that was made
    // for the gateway.
    expect(await codeOf(verify(token))).toBe('accepted');
    expect(await codeOf(verify(await enrolled.vouch(token), { bridges }))).toBe('accepted');
    for (const forged of [
      token,
      { ...token, attestation: 'a.b.c' },
      { ...token, attestation: (await enrolled.vouch(another)).attestation },
      await stranger.vouch(token),
      await enrolled.vouch(token, { origin: 'https://mhb.examp1e.tw' }),
      await enrolled.vouch(token, { nonce: 'm'.repeat(43) }),
      await enrolled.vouch(token, {}, 'nhi-reading+jwt'),
    ]) {
      expect(await codeOf(verify(forged, { bridges }))).toBe('assurance-too-low');
    }
  });
});

describe('a certificate that its authority', () => {
  it.each([
    ['calls good', 'good', 'accepted'],
    ['has revoked', 'revoked', 'cert-revoked'],
    ['does not know', 'unknown', 'cert-untrusted'],
    ['cannot be asked about', 'unavailable', 'revocation-unavailable'],
  ] as const)('%s: %s → %s', async (_, state, code) => {
    const token = await tokenOf(await pki.generations[1].issue());
    expect(await codeOf(verify(token, { isRevoked: () => Promise.resolve(state) }))).toBe(code);
  });

  it('is not checked for revocation if the person does not hold the key', async () => {
    let asked = 0;
    const isRevoked: VerifyCdcOptions['isRevoked'] = () => {
      asked += 1;
      return Promise.resolve('good');
    };
    const { unverifiedCertificate } = await tokenOf(await pki.generations[1].issue());
    const token = await tokenOf(await pki.generations[1].issue());
    expect(await codeOf(verify({ ...token, unverifiedCertificate }, { isRevoked }))).toBe(
      'signature-invalid',
    );
    expect(asked).toBe(0);
  });
});
