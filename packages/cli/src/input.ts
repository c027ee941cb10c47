import { openArchive, passwordFromNationalId, type Archive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import {
  passbookArchiveLimits,
  readPassbook,
  type PassbookFile,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { printable } from './printable.js';
import { askSecretly, firstLine, isInteractive, showProgress, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

export interface InputOptions {
  /** Whether to take the password from the first line of standard input. */
  readonly passwordStdin?: boolean;
  readonly signal: AbortSignal;
}

/** Maximum size of an input. Anything larger cannot be a passbook or an archive of one. */
const MAX_BYTES = passbookArchiveLimits.totalBytes;
const TRIES = 3;

/** Reads files that contain passbooks, or archives of passbooks, into a single passbook. */
export async function readInputs(
  paths: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<ReadResult> {
  const texts = textsOf(terminal);
  const secret = createPasswordSource(options, terminal);
  const files: PassbookFile[] = [];
  let left: number = MAX_BYTES;
  for (const path of paths) {
    const found = await filesIn(await load(path, terminal), basename(path), secret, left, options.signal);
    left -= found.reduce((sum, { bytes }) => sum + bytes.length, 0);
    files.push(...found);
  }
  const progress = showProgress(terminal, texts.reading);
  try {
    return await readPassbook(files, {
      signal: options.signal,
      onProgress: ({ done, total }) => {
        progress.update(done / total);
      },
    });
  } finally {
    progress.end();
  }
}

/** Name that stands for standard input in place of a file name. */
const STANDARD_INPUT = '-';

/** @throws {MhbError} `file-unreadable`, `passbook-too-large` */
export async function load(path: string, terminal: Terminal): Promise<Uint8Array> {
  if (path === STANDARD_INPUT) return loadStandardInput(terminal);
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES)
      throw new MhbError('passbook-too-large', 'The file is too large', { details: { bytes: size } });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof MhbError) throw error;
    throw new MhbError('file-unreadable', 'The file cannot be read', { cause: error });
  }
}

async function loadStandardInput({ stdin }: Terminal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stdin) {
    const buffer = Buffer.from(part as Uint8Array);
    bytes += buffer.length;
    if (bytes > MAX_BYTES)
      throw new MhbError('passbook-too-large', 'The input is too large', { details: { bytes } });
    parts.push(buffer);
  }
  return new Uint8Array(Buffer.concat(parts));
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0xff) < 9;

async function filesIn(
  bytes: Uint8Array,
  name: string,
  secret: PasswordSource,
  maxBytes: number,
  signal: AbortSignal,
): Promise<readonly PassbookFile[]> {
  if (!isZip(bytes)) return [{ name, bytes }];
  const limits = { ...passbookArchiveLimits, totalBytes: Math.max(0, maxBytes) };
  const archive = await openArchive(bytes, { signal, limits });
  if (archive.isEncrypted) await unlock(archive, name, secret, signal);
  return archive.files({ signal });
}

export interface PasswordSource {
  /** Returns a password, or `null` if there is nobody to ask. */
  ask(file: string): Promise<string | null>;
  /** Whether the person can try again after entering a wrong password. */
  readonly retry: boolean;
}

/** Determines where the passwords of archives come from. */
export function createPasswordSource(
  { passwordStdin, signal }: InputOptions,
  terminal: Terminal,
): PasswordSource {
  const texts = textsOf(terminal);
  if (passwordStdin) {
    let line: Promise<string> | undefined;
    return { ask: () => (line ??= firstLine(terminal)), retry: false };
  }
  return isInteractive(terminal)
    ? { ask: (file) => askSecretly(texts.password(printable(file)), terminal, signal), retry: true }
    : { ask: () => Promise.resolve(null), retry: false };
}

/**
 * Tries the password as typed, and then converted to the form in which the portal writes ID numbers, because
 * people type these in lowercase or full width.
 */
export async function unlock(
  archive: Archive,
  file: string,
  secret: PasswordSource,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const password = await secret.ask(file);
    if (password === null) throw new MhbError('password-required', 'The archive is encrypted');
    try {
      await tryPasswords(archive, [password, passwordFromNationalId(password)], signal);
      return;
    } catch (error) {
      const wrong = error instanceof MhbError && error.code === 'wrong-password';
      if (!wrong || !secret.retry || attempt === TRIES) throw error;
    }
  }
}

async function tryPasswords(
  archive: Archive,
  passwords: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const [first = '', ...others] = [...new Set(passwords)];
  try {
    await archive.unlock(first, { signal });
  } catch (error) {
    if (!(error instanceof MhbError) || error.code !== 'wrong-password' || others.length === 0) throw error;
    await tryPasswords(archive, others, signal);
  }
}
