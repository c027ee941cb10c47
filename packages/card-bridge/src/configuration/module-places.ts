import { existsSync } from 'node:fs';

/**
 * Where HiCOS puts its PKCS#11 module, in folders that only an administrator writes. Public sources name these places; none
 * has been seen on a real installation.
 */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['C:\\Windows\\System32\\HiCOSPKCS11.dll', 'C:\\Program Files\\HiCOS\\HiCOSPKCS11.dll'],
  darwin: ['/Library/FBTokenLib/libHicos_p11v1.dylib'],
  linux: ['/usr/lib/libHicos_p11v1.so', '/usr/local/lib/libHicos_p11v1.so'],
};

/** The module for certificate cards where nobody has configured one, or `null`. */
export const installedModule = (
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | null => PLACES[platform]?.find(exists) ?? null;
