import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';

/**
 * Checks whether a problem document comes from a gateway, which repeats the code in the problem's type. The
 * code is not looked up in the list of errors, because this would load all messages. Unknown codes from newer
 * gateways are accepted and shown with the message of `internal`.
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
 * Converts an error response to an `MhbError`. Uses the problem document (RFC 9457) or, if there is none, the
 * status.
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
  // The response comes from a proxy on the way to the gateway, or from a server that is not a gateway.
  const unavailable = response.status === 429 || response.status >= 500;
  return new MhbError(
    unavailable ? 'service-unavailable' : 'gateway-unreachable',
    `The response contains no problem document: ${response.status}`,
    { retriable: unavailable, details: { status: response.status } },
  );
}
