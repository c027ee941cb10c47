/**
 * Returns whether this page is allowed to connect to its own machine. Chromium asks the person before a public
 * page connects to loopback (for WebSockets, since version 147). Browsers without this permission do not ask,
 * and a page that is itself on loopback does not need it.
 */
export async function localNetworkPermission(): Promise<PermissionState> {
  return (await permissionStatus())?.state ?? 'granted';
}

/** Resolves when the browser is no longer waiting for the person's answer, so that a time limit can start. */
export async function localNetworkDecided(): Promise<void> {
  const status = await permissionStatus();
  if (status?.state !== 'prompt') return;
  await new Promise((resolve) => {
    status.addEventListener('change', resolve, { once: true });
  });
}

/**
 * Checks whether the browser is Safari. Safari does not let secure pages connect to insecure addresses on their
 * own machine, and does not ask the person (https://bugs.webkit.org/show_bug.cgi?id=171934). Such a connection
 * fails as if nothing were listening there.
 */
export function forbidsInsecureLoopback(): boolean {
  const { location, navigator } = globalThis as {
    location?: { protocol?: string };
    navigator?: { vendor?: string };
  };
  return location?.protocol === 'https:' && navigator?.vendor === 'Apple Computer, Inc.';
}

async function permissionStatus(): Promise<PermissionStatus | null> {
  const host = (globalThis as { location?: { hostname?: string } }).location?.hostname ?? '';
  if (['localhost', '127.0.0.1', '[::1]', ''].includes(host) || host.endsWith('.localhost')) return null;
  const permissions = (globalThis.navigator as Navigator | undefined)?.permissions;
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const status = await permissions?.query({ name: name as PermissionName });
      if (status !== undefined) return status;
    } catch {
      // The browser does not know a permission of this name, so try the next name.
    }
  }
  return null;
}
