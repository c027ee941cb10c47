import { withTimeout } from '@mhb-kit/core/calls';
import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import { forkOwnProcess } from '../installation/own-parts.js';
import type {
  ModuleRequest,
  ModuleResponse,
  ModuleSignature,
  PinState,
  SigningCertificate,
} from './process-protocol.js';

/** The bridge's interface to certificate cards. */
export interface CertificateCards {
  /** @throws {MhbError} `middleware-missing`, `internal` */
  inspect(): Promise<readonly SigningCertificate[]>;
  /**
   * @throws {MhbError} `pin-incorrect`, `pin-format`, `pin-locked` (each with the token's {@link PinState} in
   *   the details as `pin`), `card-removed` if the certificate is no longer there, `middleware-missing`,
   *   `internal`
   */
  sign(request: {
    readonly certificate: Uint8Array;
    readonly pin: string;
    readonly data: Uint8Array;
  }): Promise<ModuleSignature>;
}

/** Time limit for the module before it is considered hung. An RSA signature on a card takes about a second. */
const TIMEOUT_MS = 20_000;

/** PKCS#11 return values (PKCS #11 v2.40 §5.1) that are meaningful to the person. */
const RETURN_VALUES: Readonly<Record<number, MhbErrorCode>> = {
  0xa0: 'pin-incorrect', // CKR_PIN_INCORRECT
  0xa1: 'pin-format', // CKR_PIN_INVALID
  0xa2: 'pin-format', // CKR_PIN_LEN_RANGE
  0xa4: 'pin-locked', // CKR_PIN_LOCKED
  0xe0: 'card-removed', // CKR_TOKEN_NOT_PRESENT
  0x32: 'card-removed', // CKR_DEVICE_REMOVED
  0x60: 'cert-not-found', // CKR_KEY_HANDLE_INVALID
};

/**
 * Creates the interface to the certificate cards of a PKCS#11 module. Each call runs in a separate process.
 * @param module path of the shared library, which comes from the operator's configuration and never from a
 *   page
 */
export function pkcs11CertificateCards(
  module: string,
  environment: Readonly<Record<string, string>> = {},
): CertificateCards {
  const run = async (request: ModuleRequest): Promise<ModuleResponse> => {
    const child = forkOwnProcess('pkcs11', [], environment);
    try {
      const answer = new Promise<ModuleResponse>((resolve, reject) => {
        const missing = () => {
          reject(noAnswer('middleware-missing'));
        };
        child.once('message', (response: ModuleResponse) => {
          resolve(response);
        });
        child.once('error', missing);
        // The binding is optional. If it is not installed, the process exits before it can report anything.
        child.once('exit', missing);
        child.send(request);
      });
      return await withTimeout(answer, TIMEOUT_MS, () => noAnswer('internal'));
    } finally {
      child.kill('SIGKILL');
    }
  };

  return {
    async inspect() {
      const response = await run({ op: 'inspect', module });
      if ('certificates' in response) return response.certificates;
      throw failure(response);
    },
    async sign(request) {
      const response = await run({ op: 'sign', module, ...request });
      if ('signed' in response) return response.signed;
      throw failure(response);
    },
  };
}

const noAnswer = (code: MhbErrorCode) => new MhbError(code, 'The PKCS#11 process did not respond');

function failure(response: ModuleResponse): MhbError {
  if (!('returnValue' in response) || response.returnValue === null) {
    return new MhbError('middleware-missing', 'The PKCS#11 module could not be used');
  }
  const { returnValue, pin } = response;
  return new MhbError(RETURN_VALUES[returnValue] ?? 'internal', 'A PKCS#11 call failed', {
    details: {
      returnValue: returnValue.toString(16),
      ...(pin === null ? {} : { pin: pin satisfies PinState }),
    },
  });
}
