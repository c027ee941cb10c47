import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Constructed, Enumerated, GeneralizedTime, OctetString, Primitive } from 'asn1js';
import {
  BasicOCSPResponse,
  Certificate,
  OCSPRequest,
  OCSPResponse,
  ResponseBytes,
  SingleResponse,
  type CertID,
  type Extension,
} from 'pkijs';
import { keyFor, type TestAuthority, type TestCertificate } from './test-authority.js';

/** The behavior of the responder, whether correct or faulty. */
export interface ResponderBehaviour {
  /**
   * The signer of the response; by default, the authority itself. The response includes the certificate of any
   * other signer.
   */
  readonly signer?: Pick<TestCertificate, 'certificate' | 'privateKey'>;
  readonly status?: 'good' | 'revoked' | 'unknown';
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | null;
  /**
   * `echo` (default) repeats the request's nonce, `omit` leaves the nonce out, and `old` repeats the nonce of the
   * very first request.
   */
  readonly nonce?: 'echo' | 'omit' | 'old';
  /** The serial number to respond for, in place of the one in the request. */
  readonly serial?: number;
  /**
   * The error status to return as the whole response (RFC 6960 §4.2.1), such as 1 (malformed request), 2 (internal
   * error) or 3 (try later).
   */
  readonly refusal?: number;
  readonly hash?: 'SHA-1' | 'SHA-256';
  /** Changes the bytes of the response, as if it were tampered with in transit. */
  readonly tamper?: (answer: Uint8Array) => Uint8Array;
  /** Whether the responder never responds. */
  readonly silent?: boolean;
}

/** The OCSP responder of a test authority, which uses HTTP on 127.0.0.1 (RFC 6960). */
export interface TestResponder {
  readonly url: string;
  /** The number of requests received so far. */
  readonly requests: number;
  revoke(serial: number): void;
  /** Changes the responder's behavior, starting with the next request. */
  behave(behaviour: ResponderBehaviour): void;
  stop(): Promise<void>;
}

const NONCE = '1.3.6.1.5.5.7.48.1.2';
const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const STATUS_TAG = { good: 0, revoked: 1, unknown: 2 } as const;

/** @param now Returns the time on the responder's clock. */
export async function startTestResponder(
  authority: TestAuthority,
  now: () => Date = () => new Date(),
): Promise<TestResponder> {
  const revoked = new Set<number>();
  let behaviour: ResponderBehaviour = {};
  let requests = 0;
  let firstNonce: Extension | undefined;

  const answer = async (body: Uint8Array): Promise<Uint8Array> => {
    const { tbsRequest } = OCSPRequest.fromBER(Uint8Array.from(body));
    const nonce = tbsRequest.requestExtensions?.find(({ extnID }) => extnID === NONCE);
    firstNonce ??= nonce;
    const [asked] = tbsRequest.requestList;
    if (asked === undefined || behaviour.refusal !== undefined) return refusal(behaviour.refusal ?? 1);
    const serial = asked.reqCert.serialNumber.valueBlock.valueDec;
    if (behaviour.serial !== undefined) asked.reqCert.serialNumber.valueBlock.valueDec = behaviour.serial;
    const given = { echo: nonce, omit: undefined, old: firstNonce }[behaviour.nonce ?? 'echo'];
    const signed = await signAnswer({
      about: asked.reqCert,
      status: behaviour.status ?? (revoked.has(serial) ? 'revoked' : 'good'),
      thisUpdate: behaviour.thisUpdate ?? now(),
      nextUpdate: behaviour.nextUpdate === undefined ? later(now()) : behaviour.nextUpdate,
      signer: behaviour.signer ?? authority,
      sendsSigner: behaviour.signer !== undefined,
      nonce: given,
      hash: behaviour.hash ?? 'SHA-256',
      producedAt: now(),
    });
    return behaviour.tamper?.(signed) ?? signed;
  };

  const server = createServer((request, response) => {
    requests += 1;
    if (behaviour.silent === true) return;
    void body(request)
      .then(answer)
      .then(
        (bytes) => response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(bytes),
        () => response.writeHead(500).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`,
    get requests() {
      return requests;
    },
    revoke: (serial) => void revoked.add(serial),
    behave: (next) => {
      behaviour = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const later = (date: Date) => new Date(date.getTime() + 3_600_000);

async function body(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

interface Answer {
  readonly about: CertID;
  readonly status: keyof typeof STATUS_TAG;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly producedAt: Date;
  readonly signer: Pick<TestCertificate, 'certificate' | 'privateKey'>;
  readonly sendsSigner: boolean;
  readonly nonce: Extension | undefined;
  readonly hash: string;
}

async function signAnswer(answer: Answer): Promise<Uint8Array> {
  const signer = Certificate.fromBER(Uint8Array.from(answer.signer.certificate));
  const basic = new BasicOCSPResponse();
  basic.tbsResponseData.responderID = signer.subject;
  basic.tbsResponseData.producedAt = answer.producedAt;
  basic.tbsResponseData.responses = [
    new SingleResponse({
      certID: answer.about,
      certStatus: statusOf(answer.status),
      thisUpdate: answer.thisUpdate,
      ...(answer.nextUpdate === null ? {} : { nextUpdate: answer.nextUpdate }),
    }),
  ];
  if (answer.nonce !== undefined) basic.tbsResponseData.responseExtensions = [answer.nonce];
  if (answer.sendsSigner) basic.certs = [signer];
  await basic.sign(await keyFor(answer.hash, answer.signer.privateKey), answer.hash);
  return derOf(
    new OCSPResponse({
      responseStatus: new Enumerated({ value: 0 }),
      responseBytes: new ResponseBytes({
        responseType: BASIC_RESPONSE,
        response: new OctetString({ valueHex: basic.toSchema().toBER() }),
      }),
    }),
  );
}

/** `good` and `unknown` are implicit NULL values, while `revoked` contains the time of revocation. */
function statusOf(status: keyof typeof STATUS_TAG) {
  const idBlock = { tagClass: 3, tagNumber: STATUS_TAG[status] };
  if (status !== 'revoked') return new Primitive({ idBlock, valueHex: new ArrayBuffer(0) });
  return new Constructed({ idBlock, value: [new GeneralizedTime({ valueDate: new Date(0) })] });
}

const refusal = (status: number): Uint8Array =>
  derOf(new OCSPResponse({ responseStatus: new Enumerated({ value: status }) }));

const derOf = (response: OCSPResponse): Uint8Array => new Uint8Array(response.toSchema().toBER());
