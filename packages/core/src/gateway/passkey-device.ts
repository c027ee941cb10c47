import { toBase64url } from '../encoding.js';
import { MhbError } from '../error.js';
import type { PasskeyAssertion } from './login-contract.js';
import type { PasskeyAttestation, PasskeyCreationOptions, PasskeyLoginOptions } from './passkey-contract.js';

/** Access to Web Authentication in this browser. */

/**
 * Returns the browser's Web Authentication API. Returns `undefined` if the browser does not support the API, or
 * supports only a version before WebAuthn level 3, which cannot read JSON.
 */
function webAuthn(): typeof PublicKeyCredential | undefined {
  const found = (globalThis as { PublicKeyCredential?: typeof PublicKeyCredential }).PublicKeyCredential;
  return found !== undefined && 'parseRequestOptionsFromJSON' in found ? found : undefined;
}

/**
 * Checks whether a passkey can be stored on this device or on a phone that this device can contact. Support for
 * USB security keys alone does not count, because most people have no such key.
 */
export async function hasAuthenticator(): Promise<boolean> {
  const found = webAuthn();
  if (found === undefined) return false;
  if (await found.isUserVerifyingPlatformAuthenticatorAvailable()) return true;
  if (!('getClientCapabilities' in found)) return false;
  const { hybridTransport = false } = (await found.getClientCapabilities()) as Record<string, boolean>;
  return hybridTransport;
}

/** Checks whether a field of the page can suggest passkeys (conditional mediation). */
export async function canAutofill(): Promise<boolean> {
  const found = webAuthn();
  return found !== undefined && 'isConditionalMediationAvailable' in found
    ? found.isConditionalMediationAvailable()
    : false;
}

function required(): typeof PublicKeyCredential {
  const found = webAuthn();
  if (found === undefined) throw new MhbError('passkey-not-given', 'This browser does not support passkeys');
  return found;
}

/**
 * Converts an exception of the browser to an `MhbError`. Browsers do not reveal whether the person declined or
 * had no passkey.
 */
function failure(thrown: unknown, signal: AbortSignal | undefined): MhbError {
  if (signal?.aborted === true) return new MhbError('cancelled', 'Stopped', { cause: thrown });
  const { name } = thrown as { readonly name?: unknown };
  if (name === 'InvalidStateError')
    return new MhbError('passkey-exists', 'The device already has a passkey for this account', {
      cause: thrown,
    });
  if (name === 'SecurityError')
    return new MhbError('passkey-refused', 'This page does not belong to the relying party', {
      cause: thrown,
    });
  return new MhbError('passkey-not-given', 'No passkey was used', { cause: thrown });
}

const text = (bytes: ArrayBuffer): string => toBase64url(new Uint8Array(bytes));

/**
 * Lets the person log in with a passkey.
 * @throws {MhbError} `passkey-not-given`, `passkey-refused`, `cancelled`
 */
export async function signWithPasskey(
  options: PasskeyLoginOptions,
  isAutofill: boolean,
  signal: AbortSignal | undefined,
): Promise<PasskeyAssertion> {
  const publicKey = required().parseRequestOptionsFromJSON({ ...options, allowCredentials: [] });
  try {
    const given = await navigator.credentials.get({
      publicKey,
      ...(isAutofill ? { mediation: 'conditional' } : {}),
      ...(signal === undefined ? {} : { signal }),
    });
    const { id, response } = given as PublicKeyCredential & { response: AuthenticatorAssertionResponse };
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return {
      id,
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        userHandle: userHandle === null ? null : text(userHandle),
      },
    };
  } catch (thrown) {
    throw failure(thrown, signal);
  }
}

/**
 * Lets the person create a passkey.
 * @throws {MhbError} `passkey-not-given`, `passkey-exists`, `passkey-refused`, `cancelled`
 */
export async function makePasskey(
  options: PasskeyCreationOptions,
  signal: AbortSignal | undefined,
): Promise<PasskeyAttestation> {
  const { pubKeyCredParams, excludeCredentials, ...same } = options;
  const publicKey = required().parseCreationOptionsFromJSON({
    ...same,
    pubKeyCredParams: [...pubKeyCredParams],
    excludeCredentials: [...excludeCredentials],
  });
  try {
    const made = await navigator.credentials.create({
      publicKey,
      ...(signal === undefined ? {} : { signal }),
    });
    const { id, response } = made as PublicKeyCredential & { response: AuthenticatorAttestationResponse };
    const { clientDataJSON, attestationObject } = response;
    return {
      id,
      response: { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) },
    };
  } catch (thrown) {
    throw failure(thrown, signal);
  }
}

/** Returns a name by which the person recognizes the device, such as `iPhone`, `Android` or `Windows`. */
export function deviceName(userAgent = navigator.userAgent): string {
  const names = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'];
  const found = names.find((name) => userAgent.includes(name));
  return found === 'Macintosh' ? 'Mac' : (found ?? 'Passkey');
}
