/**
 * Whether this page may talk to its own machine. Chromium asks the person before a public page reaches loopback
 * (WebSockets since 147); browsers that do not know the permission do not ask either, and a page that is itself on
 * loopback never needs it.
 */
export async function localNetworkPermission(): Promise<PermissionState> {
  const host = (globalThis as { location?: { hostname?: string } }).location?.hostname ?? '';
  if (['localhost', '127.0.0.1', '[::1]', ''].includes(host) || host.endsWith('.localhost')) return 'granted';
  const permissions = (globalThis.navigator as Navigator | undefined)?.permissions;
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const status = await permissions?.query({ name: name as PermissionName });
      if (status !== undefined) return status.state;
    } catch {
      // This browser does not know the name.
    }
  }
  return 'granted';
}
