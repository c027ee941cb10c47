import { MhbError, type MhbErrorCode, type MhbErrorDetails } from '../error.js';
import { errorTexts } from '../error-messages.js';

const isCode = (value: unknown): value is MhbErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorTexts, value);

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
  if (isCode(problem.code)) {
    return new MhbError(problem.code, `The gateway answered ${response.status}`, {
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
