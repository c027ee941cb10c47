import { existsSync } from 'node:fs';

/**
 * Paths at which HiCOS installs its PKCS#11 module. Only an administrator can write to these folders. The
 * paths come from public sources; none has been verified on a real installation.
 */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['C:\\Windows\\System32\\HiCOSPKCS11.dll', 'C:\\Program Files\\HiCOS\\HiCOSPKCS11.dll'],
  darwin: ['/Library/FBTokenLib/libHicos_p11v1.dylib'],
  linux: ['/usr/lib/libHicos_p11v1.so', '/usr/local/lib/libHicos_p11v1.so'],
};

/** Returns the module to use for certificate cards if none is configured, or `null` if none is installed. */
export const installedModule = (
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | null => PLACES[platform]?.find(exists) ?? null;
