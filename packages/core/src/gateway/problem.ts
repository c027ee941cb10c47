import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';

/**
 * Whether a problem document comes from a gateway: then its type contains its code. The code is not looked up
 * in the list, because loading the list would load all messages. An unknown code from a newer gateway is kept;
 * its text is that of `internal`.
 */
const isOurs = (code: unknown, type: unknown): code is MhbErrorCode =>
  typeof code === 'string' && /^[a-z\d-]+$/.test(code) && type === `urn:mhb-kit:problem:${code}`;

const isDetails = (value: unknown): value is MhbErrorDetails =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (each) => each === null || ['string', 'number', 'boolean'].includes(typeof each),
  );

/**
 * The error that a response represents: from its problem document (RFC 9457), or from its status if there is
 * none.
 */
export async function problemToError(response: Response): Promise<MhbError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Readonly<
    Record<string, unknown>
  >;
  const { code, type } = problem;
  if (isOurs(code, type)) {
    return new MhbError(code, `The gateway answered ${response.status}`, {
      retriable: problem.retriable === true,
      details: isDetails(problem.details) ? problem.details : {},
    });
  }
  // The response is not from the gateway but from a proxy in between, or from a page that is not a gateway.
  const unavailable = response.status === 429 || response.status >= 500;
  return new MhbError(
    unavailable ? 'service-unavailable' : 'gateway-unreachable',
    `The response contains no problem document: ${response.status}`,
    { retriable: unavailable, details: { status: response.status } },
  );
}
