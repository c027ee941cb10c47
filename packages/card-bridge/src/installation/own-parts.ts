/**
 * Locates the bridge's own files. The npm package is a folder of scripts; the single executable
 * (https://nodejs.org/api/single-executable-applications.html) contains everything except the native
 * bindings.
 */
import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/** The bridge's helper processes, each with its script in `dist`. */
const OWN_PROCESSES = { pcsc: 'pcsc/child.js', pkcs11: 'pkcs11/module-process.js' } as const;
export type OwnProcess = keyof typeof OWN_PROCESSES;

/** Prefix of the single executable's first argument when that argument names a helper process. */
const PREFIX = 'own-process:';

/** Returns the helper process that the single executable was started as, or `null` for the command line. */
export const startedAs = (argument: string | undefined): OwnProcess | null =>
  argument?.startsWith(PREFIX) === true && Object.hasOwn(OWN_PROCESSES, argument.slice(PREFIX.length))
    ? (argument.slice(PREFIX.length) as OwnProcess)
    : null;

/** Starts one of the bridge's helper processes with a message channel and no other input or output. */
export function forkOwnProcess(
  name: OwnProcess,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const script = isSea()
    ? `${PREFIX}${name}`
    : fileURLToPath(new URL(`../../dist/${OWN_PROCESSES[name]}`, import.meta.url));
  const options: ForkOptions & { readonly windowsHide: boolean } = {
    serialization: 'advanced',
    env: { ...process.env, ...environment },
    // The process must not inherit a debugger port or a loader.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A background bridge has no console, so without this option Windows would open one for the process.
    windowsHide: true,
  };
  return fork(script, [...args], options);
}

/** Returns a script of the bridge's window, compiled from `src/window`. */
export const windowScript = async (name: string): Promise<string> =>
  isSea()
    ? getAsset(`window/${name}.js`, 'utf8')
    : readFile(new URL(`../../dist/window/${name}.js`, import.meta.url), 'utf8');

/** The data that the packaging script (`build/package/program.mjs`) wrote into the single executable. */
export interface SingleExecutable {
  readonly version: string;
  /** The target system, such as `windows-x64`. */
  readonly target: string;
  /** Package names of the native bindings that are stored next to the executable. */
  readonly bindings: readonly string[];
  /** The sites of the operator who packaged the executable. */
  readonly origins: readonly string[];
  /** The Ed25519 key that must have signed every newer version and every link that names a site. */
  readonly operatorKey: { readonly x: string; readonly kid: string };
  /** URL of the folder that contains the operator's releases, with a trailing slash. */
  readonly updates?: string;
}

/** The data of the single executable; `null` in the npm package. */
export const singleExecutable: SingleExecutable | null = isSea()
  ? (JSON.parse(getAsset('build.json', 'utf8')) as SingleExecutable)
  : null;

export const BRIDGE_VERSION: string =
  singleExecutable?.version ??
  (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
