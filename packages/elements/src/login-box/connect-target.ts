import type { ConnectTarget } from '@mhb-kit/core/gateway';

/**
 * Where a login in connect mode returns to: by default this page without its query. `undefined` without a
 * client id.
 */
export function connectTarget(
  clientId: string | undefined,
  redirectUri = `${location.origin}${location.pathname}`,
): ConnectTarget | undefined {
  return clientId === undefined
    ? undefined
    : { clientId, redirectUri: new URL(redirectUri, location.href).href };
}
