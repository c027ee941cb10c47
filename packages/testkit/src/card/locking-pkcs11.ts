import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A PKCS#11 module that wraps SoftHSM and locks after the third wrong PIN. */
export interface LockingModule {
  /** The path of the shared library. */
  readonly path: string;
  /** The environment variables for a process that loads the module. */
  readonly environment: Readonly<Record<string, string>>;
  /** Returns the number of wrong PINs since the last correct one. */
  wrongTries(): number;
}

const SOURCE = fileURLToPath(new URL('../../src/card/locking-pkcs11.c', import.meta.url));

/** Returns the reason why the module cannot be built on this machine, or `null` if it can. */
export const lockingModuleMissing = (): string | null =>
  spawnSync('cc', ['--version']).status === 0 ? null : 'a C compiler';

/**
 * Compiles the module. Check {@link lockingModuleMissing} first.
 * @param directory The folder in which to store the library and the counter.
 * @param module The path of the module to wrap, such as `/usr/lib/softhsm/libsofthsm2.so`.
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
