import { isIP } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';
import type { SessionAssurance } from '@mhb-kit/core/gateway';

/**
 * Lets people who have proved their identity by card or certificate log in with a passkey afterward.
 * Disabled by default.
 */
export interface PasskeyOptions {
  /**
   * The relying party (WebAuthn): the host of `publicUrl`, which is the default, or a parent domain. Keys are
   * bound to this name permanently, so changing it makes all of them unusable.
   */
  readonly rpId?: string;
  /**
   * Exact origins, besides the gateway's own, on which people can log in with a passkey. Each must be under `rpId`
   * and registered for direct login.
   */
  readonly origins?: readonly string[];
  /**
   * The minimum assurance of a session in which a key can be added. Defaults to the minimum assurance of logins.
   */
  readonly enrolFrom?: SessionAssurance;
  /**
   * Whether to accept keys that the device's vendor syncs (multi-device credentials). Anyone who gains access to
   * the person's account with that vendor can use such keys. Defaults to `accept`.
   */
  readonly syncedKeys?: 'accept' | 'refuse';
}

export interface PasskeyPolicy {
  readonly rpId: string;
  readonly origins: ReadonlySet<string>;
  readonly enrolFrom: SessionAssurance;
  readonly acceptsSynced: boolean;
}

/** @throws {MhbError} `configuration-invalid`; the message names the setting and the problem */
export function passkeyPolicy(
  { rpId: named, origins = [], enrolFrom, syncedKeys = 'accept' }: PasskeyOptions,
  publicUrl: string | undefined,
  minimumAssurance: SessionAssurance,
): PasskeyPolicy {
  const invalid = (reason: string): MhbError => new MhbError('configuration-invalid', `passkeys: ${reason}`);
  if (publicUrl === undefined)
    throw invalid('publicUrl must be set: browsers bind passkeys to its domain name');
  const { hostname: host, origin: own } = new URL(publicUrl);
  const rpId = named ?? host;
  if (isIP(host.replaceAll(/[[\]]/g, '')) !== 0)
    throw invalid('publicUrl must have a domain name: browsers create no passkeys for an IP address');
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
