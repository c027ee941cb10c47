/**
 * Where the bridge's own files are. As an npm package it is a folder of scripts; as a single executable
 * (https://nodejs.org/api/single-executable-applications.html) everything except the native bindings is
 * inside the program.
 */
import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/** The bridge's own processes, by their scripts in `dist`. */
const OWN_PROCESSES = { pcsc: 'pcsc/child.js', pkcs11: 'pkcs11/module-process.js' } as const;
export type OwnProcess = keyof typeof OWN_PROCESSES;

/** In the single executable, the prefix of the first argument that names one of its own processes. */
const PREFIX = 'own-process:';

/** The process that the single executable was started as, or `null` for the command line. */
export const startedAs = (argument: string | undefined): OwnProcess | null =>
  argument?.startsWith(PREFIX) === true && Object.hasOwn(OWN_PROCESSES, argument.slice(PREFIX.length))
    ? (argument.slice(PREFIX.length) as OwnProcess)
    : null;

/** Starts one of the bridge's own processes, with a message channel and nothing else. */
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
    // A bridge in the background has no console, so Windows would open one for this process.
    windowsHide: true,
  };
  return fork(script, [...args], options);
}

/** A script of the bridge's window, compiled from `src/window`. */
export const windowScript = async (name: string): Promise<string> =>
  isSea()
    ? getAsset(`window/${name}.js`, 'utf8')
    : readFile(new URL(`../../dist/window/${name}.js`, import.meta.url), 'utf8');

/** The data that the packaging script (`build/package/program.mjs`) wrote into the single executable. */
export interface SingleExecutable {
  readonly version: string;
  /** The target system, such as `windows-x64`. */
  readonly target: string;
  /** The native bindings next to it, by package name. */
  readonly bindings: readonly string[];
  /** The sites of the operator who packaged it. */
  readonly origins: readonly string[];
  /** The key (Ed25519) with which newer versions, and links that name a site, must be signed. */
  readonly operatorKey: { readonly x: string; readonly kid: string };
  /** The location of the operator's releases. */
  readonly updates?: string;
}

/** `null` for the npm package. */
export const singleExecutable: SingleExecutable | null = isSea()
  ? (JSON.parse(getAsset('build.json', 'utf8')) as SingleExecutable)
  : null;

export const BRIDGE_VERSION: string =
  singleExecutable?.version ??
  (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
