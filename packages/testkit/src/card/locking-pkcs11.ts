import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A PKCS#11 module in front of SoftHSM that locks after the third wrong PIN. */
export interface LockingModule {
  /** Path of the shared library. */
  readonly path: string;
  /** Environment variables for a process that loads it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Number of wrong PINs since the last correct one. */
  wrongTries(): number;
}

const SOURCE = fileURLToPath(new URL('../../src/card/locking-pkcs11.c', import.meta.url));

/** The reason why it cannot be built here, or `null`. */
export const lockingModuleMissing = (): string | null =>
  spawnSync('cc', ['--version']).status === 0 ? null : 'a C compiler';

/**
 * Compiles it. Check {@link lockingModuleMissing} first.
 * @param directory where the library and the counter are stored
 * @param module the module behind it, such as `/usr/lib/softhsm/libsofthsm2.so`
 */
export function buildLockingModule(directory: string, module: string): LockingModule {
  const [path, tries] = [join(directory, 'locking-pkcs11.so'), join(directory, 'wrong-tries')];
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', path, SOURCE, '-ldl']);
  if (status !== 0) throw new Error(`cc: ${String(stderr)}`);
  return {
    path,
    environment: { MHB_PKCS11_MODULE: module, MHB_PKCS11_TRIES: tries },
    wrongTries: () => (existsSync(tries) ? readFileSync(tries).length : 0),
  };
}
