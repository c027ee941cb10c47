import type { Configuration } from './configuration.js';
import { isLoopback } from './reachability.js';

/**
 * Finds settings that would let outsiders in or let them intercept data, and sessions that last longer than is
 * safe.
 */

const LONGEST_IDLE_MINUTES = 60;
const LONGEST_SESSION_MINUTES = 12 * 60;
/** 32 random bytes contain about 30 different values on average, and practically never fewer than 20. */
const DISTINCT_BYTES = 20;

/** Lists the settings that are not allowed in production. */
export function exposures(configuration: Configuration): readonly string[] {
  const { host, allowNetworkHost, rootKey, registration, session, passwordPolicy } = configuration;
  return [
    ...(isLoopback(host) || allowNetworkHost === true
      ? []
      : [
          `host ${host} can be reached without the proxy and without encryption; set allowNetworkHost only if a firewall or a container network lets in nobody but the proxy`,
        ]),
    ...(rootKey === undefined || new Set(Buffer.from(rootKey, 'base64url')).size >= DISTINCT_BYTES
      ? []
      : ['rootKey is not random: create one from 32 random bytes']),
    ...(registration === undefined || isEncryptedMail(registration.smtp.url)
      ? []
      : ['registration.smtp.url uses neither smtps nor required TLS (?requireTLS=true)']),
    ...(session.idleMinutes <= LONGEST_IDLE_MINUTES && session.absoluteMinutes <= LONGEST_SESSION_MINUTES
      ? []
      : [
          `session is longer than ${LONGEST_IDLE_MINUTES} minutes without a call or ${LONGEST_SESSION_MINUTES} in all`,
        ]),
    ...(passwordPolicy === 'nhi-legacy'
      ? ['passwordPolicy nhi-legacy accepts passwords of six letters and digits']
      : []),
  ];
}

/**
 * Checks whether SMTP uses TLS from the start, requires TLS, or stays on this machine. Opportunistic STARTTLS is
 * not enough, because an attacker can suppress it.
 */
function isEncryptedMail(address: string): boolean {
  const { protocol, hostname, searchParams } = new URL(address);
  return protocol === 'smtps:' || isLoopback(hostname) || searchParams.get('requireTLS') === 'true';
}
