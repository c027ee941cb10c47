import { OctetString } from 'asn1js';
import { Extension, IssuingDistributionPoint } from 'pkijs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestPki,
  type IssueOptions,
  type RevocationListOptions,
  type TestPki,
} from '@mhb-kit/testkit/authority';
import {
  startTestResponder,
  type ResponderBehaviour,
  type TestResponder,
} from '@mhb-kit/testkit/ocsp-responder';
import { MhbError } from '../error.js';
import { toHex } from '../encoding.js';
import { ocspQuestion, readOcspAnswer, type OcspFault } from './ocsp.js';
import {
  inTurn,
  keyIdentifier,
  ocspCheck,
  parseCertificate,
  readRevocationList,
  revocationLists,
  type CertificateInQuestion,
  type OcspCheckOptions,
} from './verify-cdc.js';

const now = new Date('2026-03-05T04:00:00Z');
const minute = (offset: number) => new Date(now.getTime() + offset * 60_000);
const day = (offset: number) => minute(offset * 1440);

const OCSP_SIGNING = { extendedUsage: '1.3.6.1.5.5.7.3.9' };

let pki: TestPki;
let responder: TestResponder;
/** Any certificate. */
let anyone: CertificateInQuestion;
beforeAll(async () => {
  pki = await createTestPki(now);
  responder = await startTestResponder(pki.generations[1], () => now);
  anyone = await question();
});
afterAll(() => responder.stop());
beforeEach(() => {
  responder.behave({});
});

const question = async (
  options: IssueOptions = {},
  generation: 0 | 1 | 2 = 1,
): Promise<CertificateInQuestion & { readonly serial: number }> => {
  const authority = pki.generations[generation];
  const { certificate: der, serial } = await authority.issue({ ocspUrl: responder.url, ...options });
  const [certificate, issuer] = [parseCertificate(der), parseCertificate(authority.certificate)];
  const serialNumber = toHex(certificate.serialNumber.valueBlock.valueHexView);
  return { certificate, issuer, serialNumber, issuerKeyId: keyIdentifier(issuer) ?? '', serial };
};

/** Checks a certificate. Returns the fault found in the response, or the result if there was no fault. */
async function ask(
  behaviour: ResponderBehaviour,
  options: OcspCheckOptions = {},
  about?: CertificateInQuestion,
): Promise<string> {
  responder.behave(behaviour);
  let fault: OcspFault | null = null;
  const check = ocspCheck({ onFault: (found) => (fault = found), ...options });
  const state = await check(about ?? anyone, now);
  return fault ?? state;
}

describe('a responder', () => {
  it('distinguishes good from revoked', async () => {
    const [good, bad] = [await question(), await question()];
    responder.revoke(bad.serial);
    expect(await ask({}, {}, good)).toBe('good');
    expect(await ask({}, {}, bad)).toBe('revoked');
  });

  it('that does not know the certificate decides the result', async () => {
    responder.behave({ status: 'unknown' });
    expect(await inTurn(ocspCheck(), () => Promise.resolve('good'))(anyone, now)).toBe('unknown');
  });

  it('may be one that the authority has appointed', async () => {
    expect(await ask({ signer: await pki.generations[1].issue(OCSP_SIGNING) })).toBe('good');
  });

  it.each<[string, () => Promise<ResponderBehaviour>]>([
    ['a certificate that is not for it', async () => ({ signer: await pki.generations[1].issue() })],
    [
      'one appointed by another generation of the same name',
      async () => ({ signer: await pki.generations[2].issue(OCSP_SIGNING) }),
    ],
    [
      'one whose time is over',
      async () => ({ signer: await pki.generations[1].issue({ ...OCSP_SIGNING, notAfter: day(-1) }) }),
    ],
    [
      'one for encipherment',
      async () => ({ signer: await pki.generations[1].issue({ ...OCSP_SIGNING, usage: 'keyEncipherment' }) }),
    ],
  ])('may not be %s', async (_, behaviour) => {
    expect(await ask(await behaviour())).toBe('not-authorised');
  });

  it.each<[string, () => ResponderBehaviour]>([
    ['another generation itself', () => ({ signer: pki.generations[2] })],
    ['nobody: one bit changed', () => ({ tamper: (answer) => flipped(answer, answer.length - 20) })],
    ['SHA-1', () => ({ hash: 'SHA-1' })],
  ])('whose answer is signed by %s is not heard', async (_, behaviour) => {
    expect(await ask(behaviour())).toBe('wrong-signature');
  });

  it('cannot be changed to "good" by flipping any bit in transit', async () => {
    const asked = await ocspQuestion(anyone.certificate, anyone.issuer, new Uint8Array(32));
    responder.behave({ status: 'revoked', signer: await pki.generations[1].issue(OCSP_SIGNING) });
    const response = await fetch(responder.url, { method: 'POST', body: Uint8Array.from(asked.request) });
    const answer = new Uint8Array(await response.arrayBuffer());
    const freshness = { maxAgeMs: 60_000, skewMs: 0, requireNonce: false };
    expect(await readOcspAnswer(answer, asked, now, freshness)).toBe('revoked');
    for (let at = 0; at < answer.length; at++) {
      const read = readOcspAnswer(flipped(answer, at), asked, now, freshness);
      expect(await read.catch(() => 'refused')).not.toMatch('good');
    }
  });

  it.each<[OcspFault, string, ResponderBehaviour]>([
    ['other-certificate', 'about another serial number', { serial: 1 }],
    ['wrong-nonce', 'to an earlier question', { nonce: 'old' }],
    ['wrong-nonce', 'to nobody’s question', { nonce: 'omit' }],
    ['not-fresh', 'of a quarter of an hour ago', { thisUpdate: minute(-15) }],
    ['not-fresh', 'of tomorrow', { thisUpdate: day(1) }],
    ['not-fresh', 'whose time is over', { thisUpdate: minute(-1), nextUpdate: minute(-0.5) }],
    ['not-successful', 'that it is busy', { refusal: 3 }],
    ['not-successful', 'that it takes no such question', { refusal: 1 }],
    ['malformed', 'cut off', { tamper: (answer) => answer.subarray(0, 200) }],
    ['malformed', 'of nonsense', { tamper: () => Uint8Array.of(1, 2, 3) }],
    ['unreachable', 'without end', { tamper: () => new Uint8Array(70_000) }],
  ])('gives no %s: an answer %s', async (fault, _, behaviour) => {
    await ask({});
    expect(await ask(behaviour)).toBe(fault);
  });

  it('may omit the nonce and be older if the operator allows it, but never repeat a wrong one', async () => {
    expect(await ask({ nonce: 'omit', nextUpdate: null }, { requireNonce: false })).toBe('good');
    expect(await ask({ nonce: 'old' }, { requireNonce: false })).toBe('wrong-nonce');
    expect(await ask({ thisUpdate: minute(-15) }, { maxAgeMs: 3_600_000 })).toBe('good');
  });

  it('that is down, silent or missing leaves the question undecided', async () => {
    const gone = await startTestResponder(pki.generations[1]);
    await gone.stop();
    expect(await ask({}, {}, await question({ ocspUrl: gone.url }))).toBe('unreachable');
    expect(await ask({ silent: true }, { timeoutMs: 50 })).toBe('unreachable');
    expect(await ask({}, {}, await question({ ocspUrl: 'file:///etc/passwd' }))).toBe('unavailable');
  });

  it('is at the operator’s address rather than the one in the certificate', async () => {
    const about = await question({ ocspUrl: 'http://127.0.0.1:1/' });
    expect(await ask({}, { responders: { [about.issuerKeyId]: responder.url } }, about)).toBe('good');
  });

  it('of the newest generation answers for that one only', async () => {
    const about = await question({}, 2);
    expect(await ask({}, {}, about)).toBe('wrong-signature');
    const own = await startTestResponder(pki.generations[2], () => now);
    expect(await ask({}, { responders: { [about.issuerKeyId]: own.url } }, about)).toBe('good');
    await own.stop();
  });
});

describe('the daily lists', () => {
  const listsOf = (download: (issuerKeyId: string) => Promise<Uint8Array>) =>
    revocationLists({
      authorities: { roots: pki.roots, intermediates: pki.generations.map(({ certificate }) => certificate) },
      download,
    });
  const keyIds = () => pki.generations.map(({ certificate }) => keyIdentifier(parseCertificate(certificate)));
  const authorityOf = (issuerKeyId: string) => {
    const found = pki.generations[keyIds().indexOf(issuerKeyId)];
    if (found === undefined) throw new Error('unreachable');
    return found;
  };

  it('decide if no responder can be reached, each for its own authority', async () => {
    const [good, bad] = [await question(), await question()];
    const elsewhere = { ...bad, issuerKeyId: keyIds()[2] ?? '' };
    const lists = listsOf((issuerKeyId) =>
      authorityOf(issuerKeyId).revoke(issuerKeyId === bad.issuerKeyId ? [7, bad.serial] : []),
    );
    const check = inTurn(ocspCheck(), lists.check);
    responder.behave({ refusal: 3 });
    expect(await check(bad, now)).toBe('unavailable');
    expect(await lists.refresh(now)).toEqual(
      keyIds().map((issuerKeyId) => ({
        issuerKeyId,
        outcome: 'refreshed',
        size: issuerKeyId === bad.issuerKeyId ? 2 : 0,
        nextUpdate: day(1),
      })),
    );
    expect(await check(bad, now)).toBe('revoked');
    expect(await check(good, now)).toBe('good');
    expect(await check(elsewhere, now)).toBe('good');
    // By this date the lists have expired, and there are no new ones.
    expect(await check(bad, day(2))).toBe('unavailable');
  });

  it('are kept until they expire if new ones are unavailable, or are older', async () => {
    const about = await question();
    let download = () => pki.generations[1].revoke([about.serial]);
    const lists = revocationLists({
      authorities: { roots: pki.roots, intermediates: [pki.generations[1].certificate] },
      download: () => download(),
    });
    const outcome = async (at: Date) => (await lists.refresh(at))[0]?.outcome;
    expect(await outcome(now)).toBe('refreshed');
    download = () => Promise.reject(new Error('down'));
    expect(await outcome(now)).toBe('kept');
    download = () => pki.generations[1].revoke([], { thisUpdate: day(-0.5) });
    expect(await outcome(now)).toBe('kept');
    expect(await lists.check(about, now)).toBe('revoked');
    expect(await outcome(day(3))).toBe('missing');
  });

  const read = async (generation: 0 | 1 | 2, options: RevocationListOptions) =>
    readRevocationList(
      await pki.generations[generation].revoke([1, 2, 3], options),
      parseCertificate(pki.generations[1].certificate),
      now,
    ).then(
      ({ size }) => size,
      (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
    );
  const extension = (extnID: string, critical: boolean, value: ArrayBuffer) => ({
    extensions: [new Extension({ extnID, critical, extnValue: value })],
  });
  const scope = (stated: ConstructorParameters<typeof IssuingDistributionPoint>[0]) =>
    extension('2.5.29.28', true, new IssuingDistributionPoint(stated).toSchema().toBER());
  const anything = new OctetString({ valueHex: Uint8Array.of(1) }).toBER();

  it.each<[string, 0 | 1 | 2, RevocationListOptions]>([
    ['of yesterday', 1, { nextUpdate: day(-0.5), thisUpdate: day(-1) }],
    ['of tomorrow', 1, { thisUpdate: day(1), nextUpdate: day(2) }],
    ['of another generation of the same name', 0, {}],
    ['of changes only', 1, extension('2.5.29.27', true, anything)],
    ['with a critical extension that nobody knows', 1, extension('1.2.3.4', true, anything)],
    ['of authorities only', 1, scope({ onlyContainsCACerts: true })],
    ['of other issuers', 1, scope({ indirectCRL: true })],
    ['of some reasons', 1, scope({ onlySomeReasons: 1 })],
  ])('are not one %s', async (_, generation, options) => {
    expect(await read(generation, options)).toBe('revocation-unavailable');
  });

  it('may state that they are complete', async () => {
    expect(await read(1, scope({ onlyContainsUserCerts: true }))).toBe(3);
    expect(await read(1, extension('1.2.3.4', false, anything))).toBe(3);
  });

  it('that are damaged are rejected', async () => {
    const list = await pki.generations[1].revoke([1, 2, 3]);
    const issuer = parseCertificate(pki.generations[1].certificate);
    for (const damaged of [list.subarray(0, 100), flipped(list, 40)]) {
      await expect(readRevocationList(damaged, issuer, now)).rejects.toMatchObject({
        code: 'revocation-unavailable',
      });
    }
  });
});

const flipped = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
