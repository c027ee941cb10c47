import { spawnSync } from 'node:child_process';

/**
 * Registry keys in which an administrator or the installer has stored sites: one for group policy
 * (`mhb-card-bridge.admx`), one for the machine, and one for the person. Each value contains sites separated
 * by spaces.
 */
const KEYS = [
  'HKLM\\Software\\Policies\\mhb-kit\\card-bridge\\Origins',
  'HKLM\\Software\\mhb-kit\\card-bridge\\Origins',
  'HKCU\\Software\\mhb-kit\\card-bridge\\Origins',
];

/** Returns the sites in the registry, or an empty list if there are none or this is not Windows. */
export const registryOrigins = (platform: NodeJS.Platform = process.platform): readonly string[] =>
  platform === 'win32'
    ? KEYS.flatMap((key) =>
        textValues(
          spawnSync('reg.exe', ['query', key], { encoding: 'utf8', windowsHide: true, timeout: 5000 }).stdout,
        ),
      )
    : [];

/** Returns the words in all string values that `reg query` lists. */
export function textValues(listing: string | null): readonly string[] {
  return (listing ?? '').split(/\r?\n/).flatMap((line) => {
    const [, value] = line.split('REG_SZ');
    return value === undefined ? [] : value.split(' ').filter((word) => word !== '');
  });
}
