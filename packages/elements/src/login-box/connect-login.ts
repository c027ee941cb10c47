import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { ConnectTarget, GatewayClient } from '@mhb-kit/core/gateway';

/** The properties of the login box for connect mode. */
interface ConnectSettings {
  readonly clientId: string | undefined;
  readonly redirectUri: string | undefined;
}

/**
 * Returns the address to which the browser goes back after a login in connect mode. By default, this is the
 * address of this page without its query.
 */
function targetOf({ clientId, redirectUri }: ConnectSettings): ConnectTarget {
  if (clientId === undefined) throw new MhbError('connect-failed', 'client-id is missing');
  const target = redirectUri ?? `${location.origin}${location.pathname}`;
  return { clientId, redirectUri: new URL(target, location.href).href };
}

/**
 * Opens the gateway's login page in a new window, or in this window if the browser blocks new windows.
 *
 * @throws {MhbError} `connect-failed` and the other errors of `GatewayClient.connect`
 */
export async function logInByConnect(
  client: GatewayClient,
  settings: ConnectSettings,
  signal: AbortSignal,
): Promise<void> {
  const target = targetOf(settings);
  try {
    await client.connect(target, { signal });
  } catch (thrown) {
    if (toMhbError(thrown).code !== 'popup-blocked') throw thrown;
    // The page itself navigates to the gateway, and is opened again with the gateway's response.
    location.assign(await client.beginConnect(target));
  }
}
