import { isIP } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';
import type { SessionAssurance } from '@mhb-kit/core/gateway';

/** Lets people who have proved themselves by card or certificate log in with a passkey afterwards. Off unless set. */
export interface PasskeyOptions {
  /**
   * The relying party (WebAuthn): the host of `publicUrl`, which is the default, or a domain above it. Keys are of this
   * name for ever: with another one, all of them are lost.
   */
  readonly rpId?: string;
  /** Exact origins beside our own on which a passkey logs in; each must be under `rpId` and registered for direct login. */
  readonly origins?: readonly string[];
  /** The least sure session in which a key is enrolled; default: the floor of logins. */
  readonly enrolFrom?: SessionAssurance;
  /**
   * Keys of which the maker of the device keeps copies (multi-device credentials): whoever gets into that account of the
   * person has them. Default `accept`.
   */
  readonly syncedKeys?: 'accept' | 'refuse';
}

export interface PasskeyPolicy {
  readonly rpId: string;
  readonly origins: ReadonlySet<string>;
  readonly enrolFrom: SessionAssurance;
  readonly acceptsSynced: boolean;
}

/** @throws {MhbError} `configuration-invalid`, saying what of which */
export function passkeyPolicy(
  { rpId: named, origins = [], enrolFrom, syncedKeys = 'accept' }: PasskeyOptions,
  publicUrl: string | undefined,
  minimumAssurance: SessionAssurance,
): PasskeyPolicy {
  const invalid = (reason: string): MhbError => new MhbError('configuration-invalid', `passkeys: ${reason}`);
  if (publicUrl === undefined) throw invalid('publicUrl must be set, under which browsers know the gateway');
  const { hostname: host, origin: own } = new URL(publicUrl);
  const rpId = named ?? host;
  if (isIP(host.replaceAll(/[[\]]/g, '')) !== 0)
    throw invalid('publicUrl must have a domain name: browsers make no passkeys for an address');
  const isUnder = (name: string): boolean => name === rpId || name.endsWith(`.${rpId}`);
  if (!isUnder(host)) throw invalid(`rpId must be ${host} or a domain above it`);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin || !isUnder(new URL(origin).hostname))
      throw invalid(`${origin} is not an exact origin under ${rpId}`);
  }
  return {
    rpId,
    origins: new Set([own, ...origins]),
    enrolFrom: enrolFrom ?? minimumAssurance,
    acceptsSynced: syncedKeys === 'accept',
  };
}
