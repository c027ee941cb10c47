import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';

/**
 * Whether a problem document is the gateway's: its type names its code. The list of codes is not asked, because it comes
 * with all their sentences; a code of a newer gateway than this is kept, and described as `internal`.
 */
const isOurs = (code: unknown, type: unknown): code is MhbErrorCode =>
  typeof code === 'string' && /^[a-z\d-]+$/.test(code) && type === `urn:mhb-kit:problem:${code}`;

const isDetails = (value: unknown): value is MhbErrorDetails =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (each) => each === null || ['string', 'number', 'boolean'].includes(typeof each),
  );

/** The error that a response stands for: its problem document (RFC 9457), or its status where there is none. */
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
  // Not ours: a proxy in between, or a page that is no gateway.
  const unavailable = response.status === 429 || response.status >= 500;
  return new MhbError(
    unavailable ? 'service-unavailable' : 'gateway-unreachable',
    `An answer without a problem document: ${response.status}`,
    { retriable: unavailable, details: { status: response.status } },
  );
}
