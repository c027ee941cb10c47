/**
 * Whether this page may talk to its own machine. Chromium asks the person before a public page reaches loopback
 * (WebSockets since 147); browsers that do not know the permission do not ask either, and a page that is itself on
 * loopback never needs it.
 */
export async function localNetworkPermission(): Promise<PermissionState> {
  return (await permissionStatus())?.state ?? 'granted';
}

/** Resolves once the browser does not wait for the person's answer, so that a clock may run. */
export async function localNetworkDecided(): Promise<void> {
  const status = await permissionStatus();
  if (status?.state !== 'prompt') return;
  await new Promise((resolve) => {
    status.addEventListener('change', resolve, { once: true });
  });
}

/**
 * Safari keeps secure pages from insecure addresses of their own machine, and asks nobody
 * (https://bugs.webkit.org/show_bug.cgi?id=171934); a connection there fails as if nobody listened.
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
      // This browser does not know the name.
    }
  }
  return null;
}
